using System.Text.Json;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>Where an instance stands. A suspended one is <see cref="Running"/> with bookmarks and nothing scheduled.</summary>
public enum InstanceStatus
{
    /// <summary>Has work scheduled or waits on a bookmark.</summary>
    Running,
    /// <summary>Every activity that could run has run.</summary>
    Finished,
    /// <summary>An activity faulted.</summary>
    Faulted,
    /// <summary>Ended on request.</summary>
    Cancelled,
}

/// <summary>One workflow instance as a value: all that is needed to go on walking in another process. JSON-serialisable.</summary>
public sealed record InstanceState
{
    /// <summary>Status now.</summary>
    public InstanceStatus Status { get; init; } = InstanceStatus.Running;
    /// <summary>Why it faulted; null otherwise.</summary>
    public string? Fault { get; init; }
    /// <summary>Inputs it was started with.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = new Dictionary<string, JsonElement>();
    /// <summary>Variables by id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();
    /// <summary>Activities to run next, first in first out: branches advance in turns.</summary>
    public IReadOnlyList<ScheduledActivity> Scheduled { get; init; } = [];
    /// <summary>Executions that wait to be completed from outside, in the order in which they were set.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; init; } = [];
    /// <summary>How often each activity was scheduled, by node id.</summary>
    public IReadOnlyDictionary<string, int> Visits { get; init; } = new Dictionary<string, int>();
    /// <summary>Every executed activity in order of completion.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];
}

/// <summary>An activity that is due.</summary>
public sealed record ScheduledActivity(string NodeId, string ExecutionId, int Visit);

/// <summary>A place where the instance waits.</summary>
public sealed record Bookmark(string NodeId, string ExecutionId);

/// <summary>A line of the journal.</summary>
/// <param name="ActivityId">The activity's id.</param>
/// <param name="ExecutionId">Its execution.</param>
/// <param name="Type">Its type.</param>
/// <param name="Outcome">The port it left by; null when it faulted or was cancelled.</param>
/// <param name="Text">The text of a <c>WriteLine</c>, else null.</param>
public sealed record JournalEntry(string ActivityId, string ExecutionId, string Type, string? Outcome, string? Text = null);
