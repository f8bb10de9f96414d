namespace MlopsSandbox.Statistics;

/// <summary>Distances of two samples of which only quantile sketches are left.</summary>
/// <remarks>
/// By the triangle inequality a distance of two sketches is off by at most what each sketch is from its rows. Each sketch is given half the risk, and has its
/// <see cref="QuantileSketch.UniformError"/> ε for it. Small samples are kept whole: then the error is 0 and the distance exact.
/// </remarks>
public static class SketchDistances
{
    /// <summary>The statistic of Kolmogorov and Smirnov, max |F − G|.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' statistic is farther off than the error, in (0, 1).</param>
    /// <returns>0 (alike) to 1 (no overlap), symmetric; the error is ε + ε', of both sketches.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedDistance KolmogorovSmirnov(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        double farthest = 0;
        Walk(baseline, current, (gap, _) => farthest = Math.Max(farthest, Math.Abs(gap)));
        return new BoundedDistance(farthest, RankErrors(baseline, current, risk));
    }

    /// <summary>The Wasserstein-1 distance, ∫ |F − G| dx, in the unit of the values.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' distance is farther off than the error, in (0, 1).</param>
    /// <returns>0 (alike) and up, symmetric; the error is ε·(highest − lowest) of the one plus that of the other, so one far outlier makes it large.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedDistance Wasserstein(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        double area = 0;
        Walk(baseline, current, (gap, width) => area += Math.Abs(gap) * width);
        return new BoundedDistance(area, Reach(baseline, risk / 2) + Reach(current, risk / 2));
    }

    /// <summary>The energy distance, √(2·∫ (F − G)² dx), in the root of the values' unit.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' distance is farther off than the error, in (0, 1).</param>
    /// <returns>0 (alike) and up, symmetric; the error is √2·ε·√(highest − lowest) of the one plus that of the other: it is a norm of F − G, too.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedDistance Energy(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        double area = 0;
        Walk(baseline, current, (gap, width) => area += gap * gap * width);
        return new BoundedDistance(Math.Sqrt(2 * area), RootReach(baseline, risk / 2) + RootReach(current, risk / 2));
    }

    /// <summary>Total variation of categories, half the sum of the shares' differences: those that both summaries count by name, and all others as one.</summary>
    /// <param name="baseline">Of at least one row.</param>
    /// <param name="current">The same of the window; counters may differ.</param>
    /// <returns>0 (alike) to 1, symmetric; the error is the undercount's share of the rows, times the categories compared by name, of both: nothing is left to chance.</returns>
    /// <exception cref="ArgumentException">A summary has seen no row.</exception>
    public static BoundedDistance TotalVariation(HeavyHitters baseline, HeavyHitters current)
    {
        IReadOnlyDictionary<string, long> before = Require(baseline, nameof(baseline)).State.Counts, now = Require(current, nameof(current)).State.Counts;
        // What only one names may stand among the other's uncounted rows, unless that one has counted all.
        string[] names = [.. before.Keys.Union(now.Keys).Where(name => IsCounted(baseline, before, name) && IsCounted(current, now, name))];
        double[] gaps = [.. names.Select(name => Share(before, name, baseline.Rows) - Share(now, name, current.Rows))];
        double error = names.Length * (((double)baseline.Undercount / baseline.Rows) + ((double)current.Undercount / current.Rows));
        return new BoundedDistance((gaps.Sum(Math.Abs) + Math.Abs(gaps.Sum())) / 2, Math.Min(1, error));
    }

    /// <summary>Share of pairs in which the baseline's value is the larger, ties counting half.</summary>
    internal static double ShareAbove(QuantileSketch baseline, QuantileSketch current)
    {
        (double[] values, long[] weights) = Require(baseline, nameof(baseline)).Weighted();
        (double[] others, long[] otherWeights) = Require(current, nameof(current)).Weighted();
        (int j, int k, double below, double belowOrEqual, double pairs) = (0, 0, 0, 0, 0);
        for (int i = 0; i < values.Length; i++)
        {
            for (; j < others.Length && others[j] < values[i]; j++) below += otherWeights[j];
            for (; k < others.Length && others[k] <= values[i]; k++) belowOrEqual += otherWeights[k];
            pairs += weights[i] * (below + belowOrEqual) / 2;
        }

        return pairs / baseline.Count / current.Count;
    }

    /// <summary>Both sketches' uniform errors, each with half the risk.</summary>
    internal static double RankErrors(QuantileSketch baseline, QuantileSketch current, double risk) =>
        Math.Min(1, baseline.UniformError(risk / 2) + current.UniformError(risk / 2));

    private static bool IsCounted(HeavyHitters summary, IReadOnlyDictionary<string, long> counts, string name) => summary.Undercount == 0 || counts.ContainsKey(name);

    private static double Share(IReadOnlyDictionary<string, long> counts, string name, long rows) => (double)counts.GetValueOrDefault(name) / rows;

    private static double RootReach(QuantileSketch sketch, double risk)
    {
        double error = sketch.UniformError(risk);
        return error == 0 ? 0 : error * Math.Sqrt(2 * (sketch.Highest - sketch.Lowest));
    }

    private static HeavyHitters Require(HeavyHitters summary, string name)
    {
        ArgumentNullException.ThrowIfNull(summary, name);
        return summary.Rows > 0 ? summary : throw new ArgumentException("The summary is empty; expected one that has seen at least one row.", name);
    }

    private static double Reach(QuantileSketch sketch, double risk)
    {
        double error = sketch.UniformError(risk);
        return error == 0 ? 0 : error * (sketch.Highest - sketch.Lowest);
    }

    /// <summary>Tells F − G between each two neighbouring values, and how wide that stretch is.</summary>
    private static void Walk(QuantileSketch baseline, QuantileSketch current, Action<double, double> stretch)
    {
        (double[] values, long[] weights) = Require(baseline, nameof(baseline)).Weighted();
        (double[] others, long[] otherWeights) = Require(current, nameof(current)).Weighted();
        (int i, int j, long below, long otherBelow) = (0, 0, 0, 0);
        while (i < values.Length || j < others.Length)
        {
            double value = Next(values, i, Next(others, j, double.PositiveInfinity));
            for (; i < values.Length && values[i] == value; i++) below += weights[i];
            for (; j < others.Length && others[j] == value; j++) otherBelow += otherWeights[j];
            double end = Next(values, i, Next(others, j, double.PositiveInfinity));
            double gap = ((double)below / baseline.Count) - ((double)otherBelow / current.Count);
            if (double.IsFinite(end)) stretch(gap, end - value);
        }
    }

    private static double Next(double[] values, int index, double otherwise) => index < values.Length ? Math.Min(values[index], otherwise) : otherwise;

    private static QuantileSketch Require(QuantileSketch sketch, string name)
    {
        ArgumentNullException.ThrowIfNull(sketch, name);
        return sketch.Count > 0 ? sketch : throw new ArgumentException("The sketch is empty; expected one that has seen at least one value.", name);
    }
}
