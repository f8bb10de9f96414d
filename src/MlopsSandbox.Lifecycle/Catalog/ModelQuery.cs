namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Which model versions to show, in which order: all of what is set has to hold. Unset, the 50 newest.</summary>
public sealed record ModelQuery
{
    /// <summary>Only versions of this group.</summary>
    public string? Model { get; init; }
    /// <summary>Only versions at which this alias points, such as <c>champion</c>.</summary>
    public string? Alias { get; init; }
    /// <summary>Only versions with this approval, such as <c>approved</c>.</summary>
    public string? Approval { get; init; }
    /// <summary>Only versions that this run made.</summary>
    public string? RunId { get; init; }
    /// <summary>Only versions whose group's name, or one of whose aliases, contains this; A to Z count as a to z.</summary>
    public string? Text { get; init; }
    /// <summary>What they are sorted by; ties by group and version, in the same direction.</summary>
    public ModelSort Sort { get; init; } = ModelSort.Created;
    /// <summary>The metric's name, such as <c>auc</c>; only with <see cref="ModelSort.Metric"/>.</summary>
    public string? Metric { get; init; }
    /// <summary>From the greatest down, as by default.</summary>
    public bool Descending { get; init; } = true;
    /// <summary>Versions before the page, from 0.</summary>
    public int Skip { get; init; }
    /// <summary>Versions of the page at most, 1 to 1,000; by default 50.</summary>
    public int Take { get; init; } = PageBounds.DefaultTake;

    /// <summary>What is wrong with it, one sentence each; empty when it can be asked.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (string problem in PageBounds.Problems(Skip, Take)) yield return problem;
        if (Sort == ModelSort.Metric && string.IsNullOrEmpty(Metric)) yield return "metric is not given; expected the name of the metric to sort by, such as auc.";
        if (Sort != ModelSort.Metric && Metric is not null) yield return $"metric is '{Metric}' but sort is not metric; expected both or neither. Sort by metric.";
    }
}
