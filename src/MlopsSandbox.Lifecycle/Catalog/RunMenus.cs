namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What runs can be filtered by: all that any run has, by name.</summary>
/// <param name="Workflows">Workflows.</param>
/// <param name="Scenarios">Scenarios.</param>
/// <param name="Tags">Tags.</param>
public sealed record RunMenus(IReadOnlyList<string> Workflows, IReadOnlyList<string> Scenarios, IReadOnlyList<string> Tags);
