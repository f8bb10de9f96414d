namespace MlopsSandbox.Statistics;

/// <summary>A point of the ROC curve.</summary>
/// <param name="Threshold">A row is called positive when its score is at or above this; infinite at the curve's begin.</param>
/// <param name="FalsePositives">Negative rows called positive.</param>
/// <param name="TruePositives">Positive rows called positive.</param>
/// <param name="FalsePositiveRate">Share of the negative rows, in [0, 1]; NaN without any.</param>
/// <param name="TruePositiveRate">Share of the positive rows (recall), in [0, 1]; NaN without any.</param>
public readonly record struct RocPoint(double Threshold, int FalsePositives, int TruePositives, double FalsePositiveRate, double TruePositiveRate);
