namespace MlopsSandbox.Workflows.Runner;

/// <summary>A line of the journal.</summary>
/// <param name="ActivityId">The activity's id.</param>
/// <param name="ExecutionId">Its execution.</param>
/// <param name="Type">Its type.</param>
/// <param name="Outcome">The port it left by, several joined by <c>, </c>; null when it faulted or was cancelled.</param>
/// <param name="Text">The text of a <c>WriteLine</c>, else null.</param>
public sealed record JournalEntry(string ActivityId, string ExecutionId, string Type, string? Outcome, string? Text = null);
