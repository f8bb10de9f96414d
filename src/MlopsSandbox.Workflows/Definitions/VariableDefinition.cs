using System.Text.Json;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>A variable that a workflow or a container declares.</summary>
/// <param name="Id">What activities refer to; derived from its place when the definition gives none.</param>
/// <param name="Name">What expressions call it.</param>
/// <param name="TypeName">Elsa's short type name, such as <c>Int32</c>.</param>
/// <param name="Initial">The value it starts with, read as its type; JSON null when there is none.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, JsonElement Initial);
