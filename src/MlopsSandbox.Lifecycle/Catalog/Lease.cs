namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The right of one process to work on an execution, until it commits or is taken for dead.</summary>
/// <param name="Key">The execution.</param>
/// <param name="Owner">The process.</param>
/// <param name="Counter">Counts claims of the execution: a claim with an older count is lost.</param>
internal sealed record Lease(ExecutionKey Key, string Owner, long Counter);
