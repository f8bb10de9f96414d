namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>One feature of every row of a table.</summary>
/// <param name="Name">The feature's name.</param>
public abstract record Column(string Name)
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>The rows at these positions, in that order.</summary>
    public abstract Column Take(IReadOnlyList<int> positions);

    /// <summary>These rows, then those of a column of the same kind.</summary>
    /// <exception cref="ArgumentException">It is of the other kind.</exception>
    public abstract Column Append(Column more);

    /// <summary>The refusal of a column of the other kind.</summary>
    protected ArgumentException Other(Column more) => new($"'{more.Name}' is a {more.GetType().Name}; expected a {GetType().Name}, as '{Name}' is.");
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

    /// <inheritdoc/>
    public override NumericColumn Append(Column more) => more is NumericColumn numbers ? new(Name, [.. Values, .. numbers.Values]) : throw Other(more);
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

    /// <inheritdoc/>
    public override CategoricalColumn Append(Column more) => more is CategoricalColumn texts ? new(Name, [.. Values, .. texts.Values]) : throw Other(more);
}
