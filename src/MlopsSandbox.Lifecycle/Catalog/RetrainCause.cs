using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Why a retrain run exists.</summary>
/// <param name="Cause">The report.</param>
/// <param name="TraceParent">The span of the check that made it, as W3C <c>traceparent</c>; null when nobody listened.</param>
internal sealed record RetrainCause(RunCause Cause, string? TraceParent);
