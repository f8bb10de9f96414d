namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>A point of the ROC curve; the threshold is null at its begin.</summary>
public sealed record CurvePoint(double FalsePositiveRate, double TruePositiveRate, double? Threshold);
