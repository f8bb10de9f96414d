namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What is remembered of one feature of the reference rows.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">Reference rows without a value.</param>
public abstract record FeatureBaseline(string Name, int Missing)
{
    /// <summary>Reference rows, missing ones included.</summary>
    public abstract int Rows { get; }
}

/// <summary>A number: its present values in ascending order.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Values">Present values, ascending.</param>
/// <param name="Missing">Reference rows without a value.</param>
public sealed record NumericBaseline(string Name, double[] Values, int Missing) : FeatureBaseline(Name, Missing)
{
    /// <inheritdoc/>
    public override int Rows => Values.Length + Missing;
}

/// <summary>A text from a small set: how often each value occurs.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Counts">Rows of each value, in ordinal order of the values.</param>
/// <param name="Missing">Reference rows without a value.</param>
public sealed record CategoricalBaseline(string Name, SortedDictionary<string, int> Counts, int Missing) : FeatureBaseline(Name, Missing)
{
    /// <inheritdoc/>
    public override int Rows => Counts.Values.Sum() + Missing;
}
