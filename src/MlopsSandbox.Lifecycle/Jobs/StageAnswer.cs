namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What came of an execution, and whether it is its own work.</summary>
/// <param name="Result">What the stage answered, or answered before.</param>
/// <param name="ReuseKey">Digest of all that the answer follows from, for others to find it; null where none may.</param>
/// <param name="CachedFrom">The run whose outputs were taken instead of working; null when it worked.</param>
internal sealed record StageAnswer(StageResult Result, string? ReuseKey, string? CachedFrom);
