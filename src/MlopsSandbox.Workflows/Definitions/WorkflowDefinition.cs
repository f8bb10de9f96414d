using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>An Elsa 3 workflow definition that was found to be walkable. Immutable; safe to share between threads.</summary>
/// <remarks>Made by <see cref="DefinitionReader"/>. The whole document is kept, with whatever this program doesn't understand.</remarks>
public sealed class WorkflowDefinition
{
    private readonly Dictionary<string, ActivityDefinition> _byNodeId;
    private readonly Dictionary<string, ActivityDefinition> _byId;

    internal WorkflowDefinition(JsonElement document, ActivityDefinition root, IReadOnlyList<ActivityDefinition> activities,
        IReadOnlyList<VariableDefinition> variables, IReadOnlyList<InputDefinition> inputs)
    {
        Document = document;
        Root = root;
        Activities = activities;
        Variables = variables;
        Inputs = inputs;
        ContinuesWithIncidents = IncidentStrategy.Continues(document);
        ContentHash = CanonicalJson.Hash(document);
        _byNodeId = activities.ToDictionary(activity => activity.NodeId, StringComparer.Ordinal);
        _byId = activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
    }

    /// <summary>What runs and other workflows call it; the same for all its versions.</summary>
    public string DefinitionId => Document.GetText("definitionId")!;
    /// <summary>The id of this version; empty when the document gives none.</summary>
    public string Id => Document.GetText("id") ?? "";
    /// <summary>Name for people; the definition id when the document gives none.</summary>
    public string Name => Document.GetText("name") ?? DefinitionId;
    /// <summary>What it is for; empty when the document doesn't say.</summary>
    public string Description => Document.GetText("description") ?? "";
    /// <summary>Its version, from 1.</summary>
    public int Version => Document.Get("version") is { ValueKind: JsonValueKind.Number } version ? version.GetInt32() : 1;
    /// <summary>True unless the document says that it is a draft.</summary>
    public bool IsPublished => Document.GetFlag("isPublished", otherwise: true);
    /// <summary>SHA-256 over the canonical JSON of the whole document, <c>sha256:…</c>: layout of the text and order of properties don't count.</summary>
    public string ContentHash { get; }
    /// <summary>The document as read.</summary>
    public JsonElement Document { get; }
    /// <summary>The outermost activity, most often an <c>Elsa.Flowchart</c>.</summary>
    public ActivityDefinition Root { get; }
    /// <summary>The root and all that it contains, in document order.</summary>
    public IReadOnlyList<ActivityDefinition> Activities { get; }
    /// <summary>Variables of the whole workflow; containers may declare more.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }
    /// <summary>Declared inputs.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; }

    /// <summary>How many runs of it may be under way at a time, by <c>customProperties.maximumRuns</c>; null for any number.</summary>
    public int? MaximumRuns => ConcurrencyLimit.In(Document);
    /// <summary>True when a fault leaves an incident and lets go on what doesn't depend on it; false when it faults the instance.</summary>
    public bool ContinuesWithIncidents { get; }

    /// <summary>True when scripts ask for outputs by the names of activities, <c>getResultFromMyCheck()</c>; by their ids in files of older tools.</summary>
    internal bool NamesAccessors => System.Version.TryParse(Document.GetText("toolVersion"), out var tool) && tool.Major >= 3;

    /// <summary>True when activities of its own start runs of it, at times or upon events; such runs are given no inputs.</summary>
    public bool HasTriggers => Activities.Any(activity => activity.IsTrigger);

    /// <summary>True when a run can't do without the input: an activity reads an input of its own from it, and requires that.</summary>
    public bool NeedsInput(string name) => Activities.Any(activity => activity.Descriptor.Inputs.Any(input =>
        input.IsRequired && activity.Inputs.TryGetValue(input.Name, out var set) && set.Expression.Type == ExpressionEvaluation.Input && ExpressionEvaluation.Reference(set.Expression, "name") is { } read
        && string.Equals(read, name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The activity of that node id, or null.</summary>
    public ActivityDefinition? FindNode(string nodeId) => _byNodeId.GetValueOrDefault(nodeId);

    /// <summary>The activity of that id, or null.</summary>
    public ActivityDefinition? Find(string activityId) => _byId.GetValueOrDefault(activityId);

    /// <summary>The document as indented JSON that reads back to the same definition.</summary>
    public string ToJson() => JsonSerializer.Serialize(Document, Json.Written);
}
