namespace MlopsSandbox.Workflows.Definitions;

/// <summary>An input that a workflow declares.</summary>
/// <param name="Name">What a run sets and expressions read, compared without case.</param>
/// <param name="TypeName">Elsa's short type name, such as <c>String</c>.</param>
/// <param name="DisplayName">What a form shows; empty when the definition gives none.</param>
/// <param name="Description">One sentence for people; empty when the definition gives none.</param>
public sealed record InputDefinition(string Name, string TypeName, string DisplayName, string Description);
