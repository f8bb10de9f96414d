using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Editing;

/// <summary>Makes it a version with that number, which is published and the latest.</summary>
/// <param name="Version">From 1.</param>
public sealed record NumberVersion(int Version) : DefinitionEdit
{
    /// <inheritdoc/>
    public override string Title => string.Create(CultureInfo.InvariantCulture, $"Make version {Version}");

    internal override string Write(DefinitionDraft draft)
    {
        TextPatch patch = draft.Patch();
        if (patch.Root.Find("id") is not null) patch.Set(patch.Root, "id", string.Create(CultureInfo.InvariantCulture, $"{draft.Sketch.DefinitionId}-v{Version}"));
        patch.Set(patch.Root, "version", JsonValue.Create(Version));
        foreach (string flag in new[] { "isLatest", "isPublished" })
            if (patch.Root.Find(flag) is not null) patch.Set(patch.Root, flag, JsonValue.Create(true));
        return patch.Apply();
    }
}
