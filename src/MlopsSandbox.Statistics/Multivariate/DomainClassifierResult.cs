namespace MlopsSandbox.Statistics;

/// <summary>What a domain classifier test found.</summary>
/// <param name="Auc">How well the model told the window's rows from the baseline's: 0.5 is guessing, 1 is without fail; below 0.5 is chance.</param>
/// <param name="PValue">Probability of an area at least as large when nothing has changed, in [0, 1].</param>
/// <param name="Scores">The window's rows, one score each in the order given: high where the model was surest that the row is new.</param>
public sealed record DomainClassifierResult(double Auc, double PValue, IReadOnlyList<double> Scores);
