using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Removes an input of an activity, so that its default holds.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Input">The input, in camelCase.</param>
public sealed record ClearActivityInput(string Id, string Input) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => $"Clear {Input} of '{Id}'";

    internal override string Write(DefinitionDraft draft)
    {
        ActivityDefinition activity = draft.Activity(Id);
        if (!activity.Inputs.ContainsKey(Input)) return draft.Text;
        TextPatch patch = draft.Patch();
        patch.RemoveMembers(patch.Root.At(activity.Path)!, member => string.Equals(member.Name, Input, StringComparison.OrdinalIgnoreCase));
        return patch.Apply();
    }
}
