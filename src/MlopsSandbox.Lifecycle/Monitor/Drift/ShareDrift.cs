using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Holds the share of rows with something rare (no value, a value never seen) against the baseline's.</summary>
internal static class ShareDrift
{
    public static DriftMeasure Of(string name, string test, int baselineHits, int baselineRows, int hits, int rows, double alpha, LeastChange? least = null)
    {
        bool rises = (double)hits / rows >= (double)baselineHits / baselineRows;
        TestResult result = FisherExact.Test(baselineHits, baselineRows, hits, rows);
        return new DriftMeasure
        {
            Name = name,
            Kind = DriftKind.Feature,
            Test = test,
            Score = result.Statistic,
            Threshold = StrongestTest.Agreeing(
                FisherExact.CriticalDistance(alpha, rises ? baselineHits : baselineRows - baselineHits, baselineRows, rows), result.Statistic, result.PValue, alpha),
            P = result.PValue,
            Alpha = alpha,
            Effect = 0,
            Moved = result.Statistic,
            LeastMoved = (least ?? LeastChange.Default).Shares,
            Why = "Fisher's exact test of the share of such rows, right for any count",
        }.WithIndex([baselineRows - baselineHits, baselineHits], [rows - hits, hits], mergeRare: false);
    }
}
