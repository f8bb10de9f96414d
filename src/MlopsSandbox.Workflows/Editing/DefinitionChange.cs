namespace MlopsSandbox.Workflows.Editing;

/// <summary>Something in which two versions of a definition differ.</summary>
/// <param name="Kind">Whether it came, went or changed.</param>
/// <param name="Activity">The activity that it is about; null for the workflow as a whole and for connections.</param>
/// <param name="Subject">What differs, such as <c>trials</c>, <c>activity</c>, <c>connection</c> or <c>input scenario</c>.</param>
/// <param name="From">What it was; null when it came.</param>
/// <param name="To">What it is; null when it went.</param>
public sealed record DefinitionChange(ChangeKind Kind, string? Activity, string Subject, string? From, string? To);
