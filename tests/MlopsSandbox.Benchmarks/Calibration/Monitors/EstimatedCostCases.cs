using MlopsSandbox.Lifecycle.Monitor.EstimatedQuality;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>The estimated cost of a window's decisions with that of held-out rows that also calibrate the scores.</summary>
internal static class EstimatedCostCases
{
    private const double FalsePositive = 50, FalseNegative = 500;

    public static IEnumerable<MonitorCase> All => [Of(500, 100, 0.1), Of(1_400, 100, 0.5), Of(1_400, 360, 0.1), Of(1_400, 1_000, 0.5)];

    private static MonitorCase Of(int heldOutRows, int rows, double threshold) => new(
        "estimated quality",
        Invariant($"{rows:#,0} rows, {heldOutRows:#,0} held out, called positive from {threshold}"),
        Checks: 1,
        (random, levels) =>
        {
            double[] heldOut = Scores(random, heldOutRows), window = Scores(random, rows);
            bool[] labels = [.. heldOut.Select(score => random.NextDouble() < score)];
            var calibration = IsotonicCalibration.Fit(heldOut, labels);
            double[] before = ExpectedCosts.Of(calibration, heldOut, threshold, FalsePositive, FalseNegative), now = ExpectedCosts.Of(calibration, window, threshold, FalsePositive, FalseNegative);
            var p = ExpectedCosts.ChanceOfMore(levels[^1], before, now);
            return [.. levels.Select(level => p <= level)];
        });

    // Probabilities, a fifth of them positive on average.
    private static double[] Scores(SeededRandom random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => 1 / (1 + Math.Exp(1.6 - (1.1 * random.NextGaussian()))))];
}
