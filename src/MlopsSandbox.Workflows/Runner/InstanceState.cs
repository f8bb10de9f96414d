using System.Collections.Immutable;
using System.Text.Json;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>
/// One workflow instance as a value: all that is needed to go on walking in another process.
/// JSON-serialisable by System.Text.Json as it is, and the same text for the same state.
/// </summary>
public sealed record InstanceState
{
    private readonly ImmutableSortedDictionary<string, JsonElement> _inputs = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _variables = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _locals = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _outputs = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _workflowOutputs = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, int> _visits = Empty<int>();

    /// <summary>Status now.</summary>
    public InstanceStatus Status { get; init; } = InstanceStatus.Running;
    /// <summary>True once it was told to start.</summary>
    public bool IsStarted { get; init; }
    /// <summary>Its id, for scripts that ask; null when it was started without.</summary>
    public string? InstanceId { get; init; }
    /// <summary>What ties it to something outside; set by scripts, null before.</summary>
    public string? CorrelationId { get; init; }
    /// <summary>The name that scripts gave it; null before.</summary>
    public string? Name { get; init; }
    /// <summary>What started it, until something else is told from outside; null when somebody did.</summary>
    public StartTrigger? Trigger { get; init; }
    /// <summary>Why it faulted; null otherwise. Set while it still runs, it lets what is scheduled run out first, as Elsa does.</summary>
    public string? Fault { get; init; }
    /// <summary>Inputs it was started with.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Inputs { get => _inputs; init => _inputs = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>The workflow's variables, by id; containers keep their own.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Variables { get => _variables; init => _variables = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>Variables that scripts and loops made outside of any container, by name.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Locals { get => _locals; init => _locals = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>What the root activity gave first, by <c>activityId:Output</c>; containers keep what activities in them gave.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Outputs { get => _outputs; init => _outputs = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>Outputs of the whole workflow, by name: what whoever started it and waits is given.</summary>
    public ImmutableSortedDictionary<string, JsonElement> WorkflowOutputs
    {
        get => _workflowOutputs;
        init => _workflowOutputs = value.WithComparers(StringComparer.Ordinal);
    }
    /// <summary>The newest output that is called <c>Result</c>; null before the first.</summary>
    public JsonElement? LastResult { get; init; }
    /// <summary>Activities to run next, first in first out: branches advance in turns.</summary>
    public ImmutableList<ScheduledActivity> Scheduled { get; init; } = [];
    /// <summary>Executions that wait to be completed from outside, in the order in which they were set.</summary>
    public ImmutableList<Bookmark> Bookmarks { get; init; } = [];
    /// <summary>Activities that faulted and were not retried since, the oldest first.</summary>
    public ImmutableList<Incident> Incidents { get; init; } = [];
    /// <summary>What was given up because the instance faulted: run again when it is retried.</summary>
    public ImmutableList<ScheduledActivity> Withdrawn { get; init; } = [];
    /// <summary>Containers that are open, outermost first, and those whose last activities have yet to run.</summary>
    public ImmutableList<FlowScope> Scopes { get; init; } = [];
    /// <summary>How many executions were scheduled so far.</summary>
    public int Executions { get; init; }
    /// <summary>How often each activity was scheduled, by node id.</summary>
    public ImmutableSortedDictionary<string, int> Visits { get => _visits; init => _visits = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>Every executed activity in order of completion; the root that contains them is left out.</summary>
    public ImmutableList<JournalEntry> Journal { get; init; } = [];
    /// <summary>Steps taken since something was last told from outside.</summary>
    public int Burst { get; init; }

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
