using System.Diagnostics.CodeAnalysis;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What came of reading a definition.</summary>
/// <param name="Definition">The definition; null when there is an error among the problems.</param>
/// <param name="Problems">Everything that was found, in order of place. With a definition: warnings only.</param>
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>True when the definition can be walked.</summary>
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool IsWalkable => Definition is not null;
}
