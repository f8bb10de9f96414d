using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>One execution of a container: its variables, and how far it has come.</summary>
public sealed record FlowScope
{
    private readonly ImmutableSortedDictionary<string, JsonElement> _inputs = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _variables = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _locals = Empty<JsonElement>();
    private readonly ImmutableSortedDictionary<string, JsonElement> _outputs = Empty<JsonElement>();

    /// <summary>The container's execution.</summary>
    public required string ExecutionId { get; init; }
    /// <summary>The container.</summary>
    public required string NodeId { get; init; }
    /// <summary>How many executions were scheduled before it.</summary>
    public int Order { get; init; }
    /// <summary>Execution of the container around it; null for the root.</summary>
    public string? Owner { get; init; }
    /// <summary>The trigger in it that started the instance; null for a walk from the start that is drawn.</summary>
    public string? TriggerId { get; init; }
    /// <summary>True when an arrow that leads back brought the walk to it.</summary>
    public bool IsBackward { get; init; }
    /// <summary>Activities in it that faulted, or that waited when something faulted: until a join cancels them it can't end well.</summary>
    public ImmutableList<HaltedActivity> Halted { get; init; } = [];
    /// <summary>True when it has ended while activities inside it were due; kept until they have run.</summary>
    public bool IsClosed { get; init; }
    /// <summary>True when it was cancelled while activities inside it were due: they run, and see its variables, but it hears of nothing.</summary>
    public bool IsCancelled { get; init; }
    /// <summary>True when a break was asked for: the loop, or the sequence on the way to it, ends with the activity that it runs.</summary>
    public bool IsBreaking { get; init; }
    /// <summary>The number that a counting loop is at, or how many items a loop has taken; null before the first.</summary>
    public int? Position { get; init; }
    /// <summary>How many of the activities that were started side by side are still out.</summary>
    public int Outstanding { get; init; }
    /// <summary>Names of the variables that the loop around it gave it.</summary>
    public ImmutableList<string> LoopNames { get; init; } = [];
    /// <summary>Inputs that hold for the whole execution: bounds and items of a loop.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Inputs { get => _inputs; init => _inputs = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>Variables that it declares, by id.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Variables { get => _variables; init => _variables = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>Variables that scripts and loops made in it, by name.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Locals { get => _locals; init => _locals = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>What activities in it gave first, by <c>activityId:Output</c>.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Outputs { get => _outputs; init => _outputs = value.WithComparers(StringComparer.Ordinal); }
    /// <summary>How often each activity of a flowchart was done or passed over, in document order; empty before the first.</summary>
    public ImmutableArray<int> ActivityVisits { get; init; } = [];
    /// <summary>How often each arrow of a flowchart was decided on, in document order; empty before the first.</summary>
    public ImmutableArray<int> ConnectionVisits { get; init; } = [];
    /// <summary>Whether each arrow was followed when it was last decided on, in document order; empty before the first.</summary>
    public ImmutableArray<bool> Followed { get; init; } = [];

    /// <summary>Marks on its arrows, oldest first, of a flowchart that is walked by tokens; null when it is walked by the counters above.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<FlowToken>? Tokens { get; init; }

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
