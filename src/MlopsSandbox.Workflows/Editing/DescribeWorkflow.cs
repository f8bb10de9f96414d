namespace MlopsSandbox.Workflows.Editing;

/// <summary>Gives the workflow another name and description for people.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for.</param>
public sealed record DescribeWorkflow(string Name, string Description) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => "Describe the workflow";

    internal override string Write(DefinitionDraft draft)
    {
        TextPatch patch = draft.Patch();
        if (Name != draft.Sketch.Name) patch.Set(patch.Root, "name", Name);
        if (Description != draft.Sketch.Description) patch.Set(patch.Root, "description", Description);
        return patch.Apply();
    }
}
