namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>A success criterion, of which one bound is set, and what was reached; null when it is not defined.</summary>
public sealed record CriterionResult(string Metric, double? AtLeast, double? AtMost, double? Value, bool IsMet);
