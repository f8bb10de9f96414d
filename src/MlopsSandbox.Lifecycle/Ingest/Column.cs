namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>One feature of every row of a table.</summary>
/// <param name="Name">The feature's name.</param>
public abstract record Column(string Name)
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The rows at these positions, in that order.</summary>
    public abstract Column Take(IReadOnlyList<int> positions);
}

/// <summary>A column of numbers.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Values">One number a row; NaN is missing.</param>
public sealed record NumericColumn(string Name, double[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override NumericColumn Take(IReadOnlyList<int> positions) => new(Name, [.. positions.Select(position => Values[position])]);
}

/// <summary>A column of texts from a small set.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Values">One text a row; null is missing.</param>
public sealed record CategoricalColumn(string Name, string?[] Values) : Column(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override CategoricalColumn Take(IReadOnlyList<int> positions) => new(Name, [.. positions.Select(position => Values[position])]);
}
