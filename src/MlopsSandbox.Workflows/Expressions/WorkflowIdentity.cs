namespace MlopsSandbox.Workflows.Expressions;

/// <summary>Which instance of which definition a script runs in.</summary>
/// <param name="InstanceId">The instance; null when whoever started it gave it no id.</param>
/// <param name="DefinitionId">What the definition is called in all its versions.</param>
/// <param name="DefinitionVersionId">The id of this version.</param>
/// <param name="Version">Its number, from 1.</param>
internal sealed record WorkflowIdentity(string? InstanceId, string DefinitionId, string DefinitionVersionId, int Version);
