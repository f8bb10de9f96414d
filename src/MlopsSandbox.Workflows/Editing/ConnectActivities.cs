using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Connects two activities of a flowchart.</summary>
/// <param name="Source">Where the connection begins.</param>
/// <param name="Port">The port that it leaves by.</param>
/// <param name="Target">Where it ends.</param>
public sealed record ConnectActivities(string Source, string Port, string Target) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => $"Connect '{Source}' with '{Target}'";

    internal override string Write(DefinitionDraft draft)
    {
        (ActivityDefinition source, ActivityDefinition target) = (draft.Activity(Source), draft.Activity(Target));
        if (source.Container is not { Behaviour: Flowchart } flowchart || target.Container != flowchart)
            throw new EditException($"'{Source}' and '{Target}' don't stand in one flowchart; expected that, as connections lead from box to box there. Choose two of the same.");
        if (string.IsNullOrWhiteSpace(Port)) throw new EditException($"the connection from '{Source}' names no port; expected one of {string.Join(", ", source.Ports ?? ["Done"])}. Choose one.");
        if (flowchart.Connections.Any(connection => connection.Source == Source && connection.Target == Target && ConnectionTexts.Leaves(connection, Port)))
            throw new EditException($"'{Source}' leads to '{Target}' by {Port} already; expected a connection that is not there. Choose another port, or another activity.");
        TextPatch patch = draft.Patch();
        JsonSpan owner = patch.Root.At(flowchart.Path)!;
        if (owner.Find("connections") is { Value.IsArray: true } list) patch.Append(list.Value, Written());
        else patch.Set(owner, "connections", new JsonArray(Written()));
        return patch.Apply();
    }

    private JsonObject Written() => new()
    {
        ["source"] = new JsonObject { ["activity"] = Source, ["port"] = Port },
        ["target"] = new JsonObject { ["activity"] = Target, ["port"] = "In" },
    };
}
