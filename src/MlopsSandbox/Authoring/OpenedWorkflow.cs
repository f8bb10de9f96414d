using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Authoring;

/// <summary>A workflow's file as it was read.</summary>
/// <param name="Name">What runs call it; the file's name when it can't be read.</param>
/// <param name="File">The file, with what came of reading it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Mark">SHA-256 of its bytes, <c>sha256:…</c>: who saves says by it what was edited.</param>
/// <param name="Target">The file that the next version is written to: itself, or one in the first folder that is searched.</param>
internal sealed record OpenedWorkflow(string Name, DefinitionFile File, string Text, string Mark, string Target)
{
    /// <summary>True when the next version is written to another file.</summary>
    public bool IsCopied => Path.GetFullPath(Target) != Path.GetFullPath(File.File);
}
