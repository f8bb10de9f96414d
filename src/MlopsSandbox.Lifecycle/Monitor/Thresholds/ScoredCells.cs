using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>A baseline and a window as counts over the same cells, and the distance of such counts: all that is needed to score them, chunks of them, and random divisions of them alike.</summary>
/// <param name="Baseline">Rows in each cell.</param>
/// <param name="Window">The same of the window.</param>
/// <param name="Distance">Of two rows of counts over these cells.</param>
internal sealed record ScoredCells(int[] Baseline, int[] Window, Func<int[], int[], double> Distance)
{
    private const int Bins = 10;

    /// <summary>The distance of the window from the baseline.</summary>
    public double Score => Distance(Baseline, Window);

    /// <summary>Values of a text, the missing one last.</summary>
    public static ScoredCells Of(DistanceScore score, CategoricalSummary baseline, CategoricalSummary window)
    {
        (int[] before, int[] now) = CategoricalDrift.SideBySide(baseline, window);
        return new ScoredCells([.. before, baseline.Missing], [.. now, window.Missing], score switch
        {
            DistanceScore.Psi => (b, w) => PopulationStability.Index(b, w),
            DistanceScore.JensenShannon => (b, w) => JensenShannon.Distance(b, w),
            _ => (b, w) => TotalVariation.Distance(b, w),
        });
    }

    /// <summary>Bins of a number, the missing one last; of the Wasserstein distance its values.</summary>
    /// <param name="score">The distance.</param>
    /// <param name="baseline">With at least one value for the Wasserstein distance.</param>
    /// <param name="window">The same.</param>
    /// <param name="isPooled">True for cells that do not depend on which row is whose, as permutations need them; false for the baseline's own bins.</param>
    public static ScoredCells Of(DistanceScore score, NumericSummary baseline, NumericSummary window, bool isPooled) => score switch
    {
        DistanceScore.Psi => Binned(baseline, window, isPooled, (b, w) => PopulationStability.Index(b, w)),
        DistanceScore.JensenShannon => Binned(baseline, window, isPooled, (b, w) => JensenShannon.Distance(b, w)),
        _ => WassersteinCells.Of(baseline.Values, window.Values, isPooled ? WassersteinCells.Few : int.MaxValue),
    };

    private static ScoredCells Binned(NumericSummary baseline, NumericSummary window, bool isPooled, Func<int[], int[], double> distance)
    {
        double[] pooled = [.. baseline.Values.Concat(window.Values).Order()];
        QuantileBins bins = QuantileBins.Of(baseline.Values, Bins);
        Func<double[], int[]> countsOf = isPooled && pooled.Length > 0 ? PooledCells.Of(pooled, Bins).CountsOf : values => bins.CountsOf(values)[..^1];
        return new ScoredCells([.. countsOf(baseline.Values), baseline.Missing], [.. countsOf(window.Values), window.Missing], distance);
    }
}
