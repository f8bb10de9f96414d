using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Adds an activity of a type, with an id made of its name, at a free place.</summary>
/// <param name="Type">The activity type.</param>
/// <param name="Container">The flowchart or sequence that takes it; null for the root.</param>
/// <param name="After">The activity that it is put to the right of; null for the last one.</param>
public sealed record AddActivity(string Type, string? Container = null, string? After = null) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => $"Add {Type}";

    /// <summary>The id that an activity of this type gets.</summary>
    public static string IdFor(DefinitionDraft draft, string type)
    {
        string word = type[(type.LastIndexOf('.') + 1)..];
        string name = char.ToLowerInvariant(word[0]) + word[1..];
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : $"{name}{n}").First(id => draft.Sketch.Find(id) is null);
    }

    internal override string Write(DefinitionDraft draft)
    {
        if (draft.Declared(Type) is null) throw new EditException($"type '{Type}' is unknown; expected one of the palette. Choose one there.");
        ActivityDefinition container = draft.Activity(Container ?? draft.Sketch.Root.Id);
        if (container.Behaviour is not ActivityGroup)
            throw new EditException($"activity '{container.Id}' ({container.Type}) takes no list of activities; expected a flowchart or a sequence. Choose one, or an activity in one.");
        DefinitionDraft placed = draft.With(new PlaceActivities());
        string id = IdFor(placed, Type);
        DefinitionDraft added = placed.Then(Added(placed, container, id));
        if (container.Behaviour is not Flowchart || FlowPlaces.Of(added.Sketch, container.Id) is not { IsByDesigner: true } places) return added.Text;
        TextPatch patch = added.Patch();
        FlowPlaces.Write(patch, added.Activity(id).Path, places.Beyond(id, After));
        return patch.Apply();
    }

    private string Added(DefinitionDraft draft, ActivityDefinition container, string id)
    {
        TextPatch patch = draft.Patch();
        JsonSpan owner = patch.Root.At(container.Path)!;
        JsonObject activity = Written(container, id);
        if (container.Behaviour is Flowchart) activity["metadata"] = Somewhere(container.Activities.Count);
        if (owner.Find("activities") is { Value.IsArray: true } list) patch.Append(list.Value, activity);
        else patch.Set(owner, "activities", new JsonArray(activity));
        return patch.Apply();
    }

    private JsonObject Written(ActivityDefinition container, string id)
    {
        JsonObject activity = new() { ["id"] = id, ["nodeId"] = $"{container.NodeId}:{id}", ["name"] = char.ToUpperInvariant(id[0]) + id[1..], ["type"] = Type, ["version"] = 1 };
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false };
        activity["metadata"] = new JsonObject();
        if (Type is "Elsa.Flowchart" or "Elsa.Sequence") activity["activities"] = new JsonArray();
        if (Type is "Elsa.Flowchart") activity["connections"] = new JsonArray();
        return activity;
    }

    // Far from all others, so that these keep their places until it has found its own.
    private static JsonObject Somewhere(int count) => new() { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 40_000 + count, ["y"] = 40_000 } } };
}
