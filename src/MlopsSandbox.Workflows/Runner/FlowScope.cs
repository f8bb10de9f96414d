using System.Collections.Immutable;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>An open container, with the counters by which a flowchart decides what is due.</summary>
public sealed record FlowScope
{
    private readonly ImmutableSortedDictionary<string, int> _activityVisits = Empty<int>();
    private readonly ImmutableSortedDictionary<string, int> _connectionVisits = Empty<int>();
    private readonly ImmutableSortedDictionary<string, bool> _followed = Empty<bool>();

    /// <summary>The container's execution.</summary>
    public required string ExecutionId { get; init; }
    /// <summary>The container.</summary>
    public required string NodeId { get; init; }
    /// <summary>Execution of the container around it; null for the root.</summary>
    public string? Owner { get; init; }
    /// <summary>True when an arrow that leads back brought the walk to it.</summary>
    public bool IsBackward { get; init; }
    /// <summary>True when an activity in it faulted, so that it can't end well.</summary>
    public bool HasFaulted { get; init; }
    /// <summary>How often each activity was done or passed over, by activity id.</summary>
    public ImmutableSortedDictionary<string, int> ActivityVisits
    {
        get => _activityVisits;
        init => _activityVisits = value.WithComparers(StringComparer.Ordinal);
    }
    /// <summary>How often each arrow was decided on, by its text.</summary>
    public ImmutableSortedDictionary<string, int> ConnectionVisits
    {
        get => _connectionVisits;
        init => _connectionVisits = value.WithComparers(StringComparer.Ordinal);
    }
    /// <summary>Whether each arrow was followed when it was last decided on.</summary>
    public ImmutableSortedDictionary<string, bool> Followed { get => _followed; init => _followed = value.WithComparers(StringComparer.Ordinal); }

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
