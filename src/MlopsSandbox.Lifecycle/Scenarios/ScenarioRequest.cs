namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>What a user says of a file that is to become a scenario.</summary>
/// <param name="File">Path of the data.</param>
/// <param name="Label">The label's column.</param>
/// <param name="Positive">The value that counts as positive; null to guess.</param>
/// <param name="Name">The scenario's name; null to take the file's.</param>
public sealed record ScenarioRequest(string File, string Label, string? Positive = null, string? Name = null);
