using System.Text.Json;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>Builds the tree of activities; tells of missing and doubled ids and of unknown types.</summary>
internal sealed class ActivityTreeReader(ActivityTypes types, ProblemList problems)
{
    private readonly List<ActivityDefinition> _all = [];
    private readonly Dictionary<string, ActivityDefinition> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nodeIds = new(StringComparer.Ordinal);

    /// <summary>Every activity that could be read, in document order.</summary>
    public IReadOnlyList<ActivityDefinition> All => _all;

    public ActivityDefinition? Read(JsonElement root) => Read(root, "$.root", null);

    private ActivityDefinition? Read(JsonElement json, string path, ActivityDefinition? container)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            problems.Error(path, $"the activity is {DocumentRules.Named(json)}; expected an object with \"id\" and \"type\".");
            return null;
        }
        var id = json.GetText("id");
        var type = json.GetText("type");
        if (json.Get("id") is { ValueKind: not (JsonValueKind.String or JsonValueKind.Null) } given)
        {
            problems.Error($"{path}.id", $"the id is {DocumentRules.Named(given)}; expected a text that is unique in the workflow. Put it in quotes.");
            return null;
        }
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Error(path, $"an activity of type '{type}' has no id; expected a text that is unique in the workflow. Set \"id\".");
            return null;
        }
        if (_byId.TryGetValue(id, out var other))
        {
            problems.Error($"{path}.id", $"activity '{id}' ({type}): the id is used twice, first at {other.Path}; " +
                "expected ids that are unique in the workflow. Rename one of them.");
            return null;
        }
        return ReadKnown(json, path, container, id, type ?? "");
    }

    private ActivityDefinition? ReadKnown(JsonElement json, string path, ActivityDefinition? container, string id, string type)
    {
        var activity = new ActivityDefinition(json, path, id, NodeId(json, container, id), type) { Container = container };
        _byId.Add(id, activity);
        if (!_nodeIds.Add(activity.NodeId))
            problems.Error(activity, "nodeId", $"nodeId '{activity.NodeId}' is used twice; " +
                "expected node ids that are unique in the workflow. Rename one, or leave both out.");
        if (types.Find(type) is not { } descriptor)
        {
            problems.Error(activity, "type", Unknown(type));
            return null;
        }
        _all.Add(activity);
        activity.Descriptor = descriptor;
        activity.Behaviour = types.Behaviour(type);
        activity.Inputs = ActivityParts.Inputs(activity);
        activity.Outputs = ActivityParts.Outputs(activity);
        ReadInside(activity);
        return activity;
    }

    private void ReadInside(ActivityDefinition activity)
    {
        if (activity.Behaviour is not Container container) return;
        if (container.DeclaresVariables) activity.Variables = DocumentParts.Variables(activity.Json, activity.Id, activity.Path, problems);
        if (container is ActivityGroup) DocumentRules.CheckList(activity.Json, activity.Path, "activities", "activities", problems);
        if (container is Flowchart) DocumentRules.CheckList(activity.Json, activity.Path, "connections", "connections", problems);
        activity.Activities = [.. container.Inside(activity.Json).Select(inside => ReadIn(activity, inside.Slot, inside.Activity)).OfType<ActivityDefinition>()];
        if (container is Flowchart) activity.Connections = ConnectionRules.Read(activity, _byId, problems);
    }

    private ActivityDefinition? ReadIn(ActivityDefinition container, string slot, JsonElement json)
    {
        var inside = Read(json, $"{container.Path}.{slot}", container);
        if (inside is not null) inside.Slot = slot;
        return inside;
    }

    private string Unknown(string type)
    {
        if (type.Length == 0) return "type is missing; expected an activity type such as 'Elsa.WriteLine'. Set \"type\".";
        var known = types.Descriptors.Select(descriptor => descriptor.Type).ToArray();
        return $"type '{type}' is unknown; expected one of the {known.Length} types that are registered.{NearestName.Suggestion(type, known, afterDot: true)}";
    }

    private static string NodeId(JsonElement json, ActivityDefinition? container, string id) =>
        json.GetText("nodeId") is { Length: > 0 } given ? given : $"{container?.NodeId ?? "Workflow1"}:{id}";
}
