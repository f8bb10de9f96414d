namespace MlopsSandbox.Workflows.Editing;

/// <summary>Gives an activity another name for people; its id, by which connections and runs know it, stays.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Name">Its name.</param>
public sealed record RenameActivity(string Id, string Name) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => $"Rename '{Id}'";

    internal override string Write(DefinitionDraft draft)
    {
        if (string.IsNullOrWhiteSpace(Name)) throw new EditException($"the name of '{Id}' is empty; expected a few words. Type a name.");
        TextPatch patch = draft.Patch();
        JsonSpan activity = patch.Root.At(draft.Activity(Id).Path)!;
        if (activity.Find("metadata")?.Value is { } metadata && metadata.Find("displayText") is not null) patch.Set(metadata, "displayText", Name);
        else patch.Set(activity, "name", Name);
        return patch.Apply();
    }
}
