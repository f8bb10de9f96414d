using System.Collections.Concurrent;
using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>An activity as the definition draws it: a box with its settings, and the boxes inside it.</summary>
public sealed class ActivityDefinition
{
    private readonly ConcurrentDictionary<string, FlowGraph> _graphsFrom = new(StringComparer.Ordinal);
    private FlowGraph? _graph;

    internal ActivityDefinition(JsonElement json, string path, string id, string nodeId, string type)
    {
        Json = json;
        Path = path;
        Id = id;
        NodeId = nodeId;
        Type = type;
        Name = json.GetText("name") ?? id;
        CanStartWorkflow = json.Get("customProperties") is { } custom && custom.GetFlag("canStartWorkflow");
    }

    /// <summary>Its id, unique in the definition.</summary>
    public string Id { get; }
    /// <summary>The ids of its containers and itself, joined by colons; unique in the definition.</summary>
    public string NodeId { get; }
    /// <summary>The name that people gave it; its id when they gave none.</summary>
    public string Name { get; }
    /// <summary>Its type, such as <c>Elsa.FlowJoin</c>.</summary>
    public string Type { get; }
    /// <summary>All of it, as written.</summary>
    public JsonElement Json { get; }
    /// <summary>Its place in the document, such as <c>$.root.activities[2]</c>.</summary>
    public string Path { get; }
    /// <summary>What its type declares.</summary>
    public ActivityDescriptor Descriptor { get; internal set; } = null!;
    /// <summary>True when the runner hands it to the outside world, by <see cref="Runner.RunActivity"/>.</summary>
    public bool IsExternal => Behaviour is null;
    /// <summary>The activity that contains it; null for the root.</summary>
    public ActivityDefinition? Container { get; internal set; }
    /// <summary>Where it stands in its container, such as <c>activities[2]</c>, <c>then</c> or <c>cases[0].activity</c>; empty for the root.</summary>
    public string Slot { get; internal set; } = "";
    /// <summary>The activities it contains, in document order.</summary>
    public IReadOnlyList<ActivityDefinition> Activities { get; internal set; } = [];
    /// <summary>The arrows between the activities it contains, in document order, each once.</summary>
    public IReadOnlyList<Connection> Connections { get; internal set; } = [];
    /// <summary>The variables it declares for the activities it contains.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal set; } = [];
    /// <summary>The inputs it sets, by camelCase name.</summary>
    public IReadOnlyDictionary<string, InputValue> Inputs { get; internal set; } = new Dictionary<string, InputValue>();
    /// <summary>Variable ids that its outputs are written to, by output name.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; internal set; } = new Dictionary<string, string>();

    /// <summary>How it is tried again when it fails in its job.</summary>
    public RetryPolicy Retry { get; internal set; } = RetryPolicy.Default;
    /// <summary>How long one attempt at it may take in its job; null for as long as it likes.</summary>
    public TimeSpan? Timeout { get; internal set; }

    /// <summary>True when Elsa's <c>canStartWorkflow</c> is set on it.</summary>
    public bool CanStartWorkflow { get; }

    /// <summary>True when it starts the workflow of itself, at a time or by an event.</summary>
    public bool IsTrigger => CanStartWorkflow && Behaviour is { IsTrigger: true };

    /// <summary>The ports that it can leave by as far as the definition tells, or null when only the run can tell.</summary>
    public IReadOnlyList<string>? Ports => Behaviour is { } behaviour ? behaviour.Ports(this) : Descriptor.Outcomes;

    /// <summary>The activity that it contains in that place, or null.</summary>
    public ActivityDefinition? ChildIn(string slot) => Activities.FirstOrDefault(activity => activity.Slot == slot);

    internal BuiltInActivity? Behaviour { get; set; }

    /// <summary>How it is walked, of a flowchart.</summary>
    internal FlowMode FlowMode { get; set; }

    /// <summary>When it is due, in a flowchart that is walked by tokens.</summary>
    internal MergeMode MergeMode { get; set; }

    /// <summary>The activities in it that can start a run.</summary>
    internal IEnumerable<ActivityDefinition> Triggers => Activities.Where(activity => activity.IsTrigger);

    internal FlowGraph Graph => _graph ??= new FlowGraph(this);

    /// <summary>The graph of a walk that one of the triggers has started; of any other walk for null.</summary>
    internal FlowGraph GraphFrom(string? triggerId) => triggerId is null ? Graph
        : _graphsFrom.GetOrAdd(triggerId, id => new FlowGraph(this, Activities.First(activity => activity.Id == id)));

    /// <summary>True when the start that is drawn, or a trigger, leads there over forward arrows.</summary>
    internal bool Reaches(string activityId) => Graph.IsReachable(activityId) || Triggers.Any(trigger => GraphFrom(trigger.Id).IsReachable(activityId));
}
