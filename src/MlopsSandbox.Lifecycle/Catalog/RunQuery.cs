namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Which runs to show, in which order: all of what is set has to hold. Unset, the 50 newest.</summary>
public sealed record RunQuery
{
    /// <summary>Only runs of this workflow.</summary>
    public string? Workflow { get; init; }
    /// <summary>Only runs of this scenario.</summary>
    public string? Scenario { get; init; }
    /// <summary>Only runs that stand so; empty for any.</summary>
    public IReadOnlyCollection<RunStatus> Statuses { get; init; } = [];
    /// <summary>Only runs with this root reason, such as <c>drift</c>.</summary>
    public string? CauseKind { get; init; }
    /// <summary>Only runs of this story.</summary>
    public string? StoryId { get; init; }
    /// <summary>Only runs that have all of these tags.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];
    /// <summary>Only runs whose id, workflow, scenario or one of whose tags contains this; A to Z count as a to z.</summary>
    public string? Text { get; init; }
    /// <summary>Only runs started then or later, in wall time.</summary>
    public DateTimeOffset? StartedFrom { get; init; }
    /// <summary>Only runs started before, in wall time.</summary>
    public DateTimeOffset? StartedTo { get; init; }
    /// <summary>What they are sorted by; ties by the order in which they were started, in the same direction.</summary>
    public RunSort Sort { get; init; } = RunSort.Started;
    /// <summary>From the greatest down, as by default.</summary>
    public bool Descending { get; init; } = true;
    /// <summary>Runs before the page, from 0.</summary>
    public int Skip { get; init; }
    /// <summary>Runs of the page at most, 1 to 1,000; by default 50.</summary>
    public int Take { get; init; } = PageBounds.DefaultTake;

    /// <summary>What is wrong with it, one sentence each; empty when it can be asked.</summary>
    public IEnumerable<string> Problems() => PageBounds.Problems(Skip, Take);
}
