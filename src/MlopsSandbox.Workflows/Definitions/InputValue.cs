using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>An input that an activity sets.</summary>
/// <param name="TypeName">The type name that the definition writes; empty when it writes none.</param>
/// <param name="Expression">How its value is found.</param>
public sealed record InputValue(string TypeName, WorkflowExpression Expression);
