using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A timer that a run has set and that has not fired.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ExecutionId">The activity execution that set it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="DueAt">When it is due, by the clock of the run: its story's, or the real one.</param>
/// <param name="StoryId">The story whose clock it goes by; null for the real one.</param>
public sealed record TimerRow(string RunId, string ExecutionId, TimerPurpose Purpose, DateTimeOffset DueAt, string? StoryId);
