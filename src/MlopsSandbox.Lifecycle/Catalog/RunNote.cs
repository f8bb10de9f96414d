namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What somebody wrote about a run.</summary>
/// <param name="Text">The note.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">Wall time.</param>
public sealed record RunNote(string Text, string By, DateTimeOffset At);
