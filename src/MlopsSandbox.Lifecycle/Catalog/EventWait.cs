namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A run that waits for an event.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ExecutionId">The activity execution that waits.</param>
/// <param name="EventName">The event.</param>
/// <param name="CorrelationId">What the run is tied to; null for nothing.</param>
/// <param name="StoryId">The story of the run, or null.</param>
public sealed record EventWait(string RunId, string ExecutionId, string EventName, string? CorrelationId, string? StoryId);
