namespace MlopsSandbox.Web.ApiReference;

/// <summary>What an operation may answer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Text">What it means.</param>
/// <param name="Type">The type of its body in words; null when it has none.</param>
/// <param name="Fields">The fields of its body.</param>
public sealed record ApiAnswer(string Status, string Text, string? Type, IReadOnlyList<ApiField> Fields);
