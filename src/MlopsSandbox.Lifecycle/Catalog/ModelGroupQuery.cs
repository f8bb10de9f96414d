namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Which model groups to show, in which order. Unset, the 50 to which a version was added last.</summary>
public sealed record ModelGroupQuery
{
    /// <summary>Only groups whose name contains this; A to Z count as a to z.</summary>
    public string? Text { get; init; }
    /// <summary>What they are sorted by.</summary>
    public ModelGroupSort Sort { get; init; } = ModelGroupSort.Newest;
    /// <summary>From the greatest down, as by default.</summary>
    public bool Descending { get; init; } = true;
    /// <summary>Groups before the page, from 0.</summary>
    public int Skip { get; init; }
    /// <summary>Groups of the page at most, 1 to 1,000; by default 50.</summary>
    public int Take { get; init; } = PageBounds.DefaultTake;

    /// <summary>What is wrong with it, one sentence each; empty when it can be asked.</summary>
    public IEnumerable<string> Problems() => PageBounds.Problems(Skip, Take);
}
