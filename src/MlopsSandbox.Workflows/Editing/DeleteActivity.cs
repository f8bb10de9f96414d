using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Deletes an activity with all that it contains, and the connections that lead to it or from it.</summary>
/// <param name="Id">The activity.</param>
public sealed record DeleteActivity(string Id) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => $"Delete '{Id}'";

    internal override string Write(DefinitionDraft draft)
    {
        ActivityDefinition activity = draft.Activity(Id);
        if (activity.Container is null) throw new EditException($"activity '{Id}' is the root; expected one inside it, as a workflow without a root can't be. Delete what it contains.");
        TextPatch patch = draft.Patch();
        ConnectionTexts.Remove(patch, activity.Container, connection => connection.Source == Id || connection.Target == Id);
        JsonSpan gone = patch.Root.At(activity.Path)!;
        int cut = activity.Path.LastIndexOfAny(['.', '[']);
        JsonSpan owner = patch.Root.At(activity.Path[..cut])!;
        if (owner.IsArray) patch.RemoveItems(owner, item => item == gone);
        else patch.RemoveMembers(owner, member => member.Value == gone);
        return patch.Apply();
    }
}
