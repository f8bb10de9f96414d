namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>An execution was taken over by another process, or is no longer wanted; nothing of what was made for it is kept.</summary>
internal sealed class LeaseLostException(ExecutionKey key) : Exception($"the claim on {key.ExecutionId} of {key.RunId} (attempt {key.Attempt}) was lost.");
