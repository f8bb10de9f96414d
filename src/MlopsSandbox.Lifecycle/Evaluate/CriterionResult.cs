namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>A success criterion and what was reached; null when it is not defined.</summary>
public sealed record CriterionResult(string Metric, double AtLeast, double? Value, bool IsMet);
