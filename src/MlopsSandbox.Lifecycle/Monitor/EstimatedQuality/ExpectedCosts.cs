using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.EstimatedQuality;

/// <summary>What a mistake on each row is expected to cost, before its label arrives, and whether that has risen.</summary>
public static class ExpectedCosts
{
    /// <summary>Rows of the window up to which the chance is found by random divisions; above, skewness no longer matters and Welch's test is right.</summary>
    public const int MostDivided = 2_000;

    // Enough divisions that p can fall to a twentieth of the level, so that chance in drawing hardly decides.
    private const double DivisionsPerLevel = 20;

    /// <summary>Expected cost of each row: that of a false positive where it is called positive, else that of a false negative, by its probability.</summary>
    /// <param name="calibration">Turns scores into probabilities.</param>
    /// <param name="scores">A score for each row.</param>
    /// <param name="threshold">Score from which a row is called positive.</param>
    /// <param name="falsePositive">Cost of one.</param>
    /// <param name="falseNegative">Cost of one.</param>
    public static double[] Of(IsotonicCalibration calibration, ReadOnlySpan<double> scores, double threshold, double falsePositive, double falseNegative)
    {
        double[] costs = calibration.Apply(scores);
        for (int row = 0; row < costs.Length; row++) costs[row] = scores[row] >= threshold ? (1 - costs[row]) * falsePositive : costs[row] * falseNegative;
        return costs;
    }

    /// <summary>Chance of a mean cost at least so far above the baseline's when scores are as before.</summary>
    /// <param name="alpha">Level that it is held against, above 0: it says how many divisions are needed.</param>
    /// <param name="baseline">Expected cost of each held-out row, by the same calibration.</param>
    /// <param name="window">The same of the window's rows.</param>
    public static double ChanceOfMore(double alpha, double[] baseline, double[] window)
    {
        int divisions = (int)Math.Min(MeanPermutation.MostDivisions, Math.Ceiling(DivisionsPerLevel / alpha));
        if (window.Length <= MostDivided && 1.0 / (divisions + 1) <= alpha)
            return MeanPermutation.TestRise(baseline, window, new SeededRandom(Seeds.Derive(divisions, "expected costs")), divisions).PValue;
        TestResult test = WelchT.Test(baseline, window);
        return test.Statistic < 0 ? test.PValue / 2 : 1 - (test.PValue / 2);
    }
}
