using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Removes a connection.</summary>
/// <param name="Source">Where it begins.</param>
/// <param name="Port">The port that it leaves by.</param>
/// <param name="Target">Where it ends.</param>
public sealed record DisconnectActivities(string Source, string Port, string Target) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => $"Disconnect '{Source}' from '{Target}'";

    internal override string Write(DefinitionDraft draft)
    {
        TextPatch patch = draft.Patch();
        ActivityDefinition source = draft.Activity(Source);
        int removed = source.Container is null ? 0
            : ConnectionTexts.Remove(patch, source.Container, connection => connection.Source == Source && connection.Target == Target && ConnectionTexts.Leaves(connection, Port));
        if (removed == 0) throw new EditException($"'{Source}' does not lead to '{Target}' by {Port}; expected a connection that is there. Choose one of them.");
        return patch.Apply();
    }
}
