namespace MlopsSandbox.Statistics;

/// <summary>What a significance test found.</summary>
/// <param name="Statistic">The test's own measure of how far the samples are apart; its page says the range.</param>
/// <param name="PValue">Probability of a statistic at least as large when nothing has changed, in [0, 1].</param>
public readonly record struct TestResult(double Statistic, double PValue);
