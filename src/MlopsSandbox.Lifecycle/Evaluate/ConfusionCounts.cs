namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>How often the model was right and wrong, by class.</summary>
public sealed record ConfusionCounts(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives);
