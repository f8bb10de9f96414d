using MathNet.Numerics;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.MeasuredQuality;

/// <summary>Has the cost of mistakes for each request risen? A permutation test that needs no permutations.</summary>
internal static class CostOfMistakes
{
    /// <summary>Chance that the window's rows, had they been dealt at random from both samples' rows, would cost at least as much as they did.</summary>
    /// <remarks>
    /// A row is a false positive, a false negative or right, so that dealing rows is drawing from the multivariate hypergeometric distribution, and its tail is summed up: exact
    /// at any size, conditional on the mistakes of both samples. O(false positives × false negatives).
    /// </remarks>
    public static double ChanceOfMore(ConfusionMatrix baseline, ConfusionMatrix window, Costs costs)
    {
        (int fp, int fn) = (baseline.FalsePositives + window.FalsePositives, baseline.FalseNegatives + window.FalseNegatives);
        (int all, int dealt) = (baseline.Rows + window.Rows, window.Rows);
        double least = window.Cost(costs.FalsePositive, costs.FalseNegative) - 1e-9, ways = LogChoose(all, dealt), chance = 0;
        for (int i = 0; i <= Math.Min(fp, dealt); i++)
        {
            for (int j = 0; j <= Math.Min(fn, dealt - i); j++)
            {
                if (dealt - i - j > all - fp - fn || (i * costs.FalsePositive) + (j * costs.FalseNegative) < least) continue;
                chance += Math.Exp(LogChoose(fp, i) + LogChoose(fn, j) + LogChoose(all - fp - fn, dealt - i - j) - ways);
            }
        }

        return Math.Min(1, chance);
    }

    /// <summary>Mean cost of a request and its standard error; NaN for one request.</summary>
    public static (double Mean, double StandardError) Mean(ConfusionMatrix decisions, Costs costs)
    {
        double n = decisions.Rows, mean = decisions.Cost(costs.FalsePositive, costs.FalseNegative) / n;
        double squares = ((decisions.FalsePositives * costs.FalsePositive * costs.FalsePositive) + (decisions.FalseNegatives * costs.FalseNegative * costs.FalseNegative)) / n;
        return (mean, Math.Sqrt(Math.Max(0, squares - (mean * mean)) / (n - 1)));
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
