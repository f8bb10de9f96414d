namespace MlopsSandbox.Shapes;

/// <summary>An endpoint's answers, one a row that was asked.</summary>
/// <param name="Model">Model group and endpoint.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Label">What is predicted.</param>
/// <param name="Positive">The class whose probability the scores are; null when they are numbers.</param>
/// <param name="Threshold">Score from which a row is called positive, at the least cost; null when calling none is cheapest, and for numbers.</param>
/// <param name="Predictions">In the order of the rows.</param>
internal sealed record PredictionShape(string Model, int Version, string Label, string? Positive, double? Threshold, IReadOnlyList<PredictedRow> Predictions);

/// <summary>One answer.</summary>
/// <param name="Score">Probability of the positive class, in [0, 1], or the number.</param>
/// <param name="IsPositive">True from the threshold on; null for numbers.</param>
internal sealed record PredictedRow(double Score, bool? IsPositive);
