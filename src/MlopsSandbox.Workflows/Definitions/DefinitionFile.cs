namespace MlopsSandbox.Workflows.Definitions;

/// <summary>A file of a folder of definitions.</summary>
/// <param name="File">Its path.</param>
/// <param name="Reading">What came of reading it.</param>
public sealed record DefinitionFile(string File, DefinitionReading Reading)
{
    /// <summary>The definition in it, or the last one that could be walked when what it holds now can't; null when there never was one.</summary>
    public WorkflowDefinition? LastGood { get; internal init; } = Reading.Definition;

    /// <summary>SHA-256 of its bytes, or why they could not be read.</summary>
    internal string Bytes { get; init; } = "";
}
