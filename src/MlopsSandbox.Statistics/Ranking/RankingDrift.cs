namespace MlopsSandbox.Statistics;

/// <summary>Has the ranking of features by attribution changed by more than chance? NDCG of the two samples' mean attributions, with a permutation p value.</summary>
/// <remarks>
/// A fixed limit such as Clarify's 0.9 says nothing of chance: where features count about alike, two samples of one distribution fall below it at will.
/// Under no change a row is as likely in either sample, so the samples' NDCG is held against that of random divisions of their rows. Draws stop once enough were
/// as far (Besag and Clifford 1991, Biometrika 78, 301–304), so that a quiet window costs some dozens of them and a small p value is still exact.
/// </remarks>
public static class RankingDrift
{
    /// <summary>Divisions as far as the found one after which no more are drawn.</summary>
    public const int EnoughAsFar = 10;

    /// <summary>Gains that differ by no more differ by the order of their sums only.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Tests two samples of attributions by row.</summary>
    /// <param name="baseline">n rows of a finite number of 0 or more for each feature.</param>
    /// <param name="current">m rows of the same features.</param>
    /// <param name="random">Draws the divisions: the same seed gives the same p value.</param>
    /// <param name="permutations">Most divisions, from 19; the p value cannot fall below 1/(this + 1).</param>
    /// <returns>NDCG in (0, 1], small is far, with the baseline's means as gains; NaN with p = 1 when the baseline's are all 0. The p value is exact at any size.</returns>
    /// <exception cref="ArgumentException">The columns differ, or a feature's numbers add up to less than 0.</exception>
    public static TestResult Test(FeatureRows baseline, FeatureRows current, SeededRandom random, int permutations = 9_999)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 19);
        FeatureRows.RequireSameColumns(baseline, current);
        Divisions divisions = new(baseline, current);
        double found = Gain(baseline, current);
        if (double.IsNaN(found)) return new TestResult(found, 1);
        return new TestResult(found, SequentialPValue.Of(permutations, EnoughAsFar, () => !(divisions.DrawGain(random) > found + Rounding)));
    }

    /// <summary>NDCG of the window's mean attributions, with the baseline's as gains.</summary>
    /// <returns>In (0, 1]; NaN when the baseline's are all 0.</returns>
    /// <exception cref="ArgumentException">The columns differ, or a mean is negative.</exception>
    public static double Gain(FeatureRows baseline, FeatureRows current)
    {
        FeatureRows.RequireSameColumns(baseline, current);
        return NormalizedDiscountedGain.Of(Means(baseline), Means(current));
    }

    /// <summary>Mean of each feature.</summary>
    public static double[] Means(FeatureRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] means = new double[rows.Columns];
        for (int row = 0; row < rows.Rows; row++)
            for (int k = 0; k < means.Length; k++) means[k] += rows[row][k] / rows.Rows;
        return means;
    }

    // Only the rows of the smaller part are drawn and added; what the other part holds is the rest of the whole.
    private sealed class Divisions
    {
        private readonly double[][] _rows;
        private readonly double[] _whole, _drawn, _rest;
        private readonly bool _drawsBaseline;
        private readonly int _smaller;

        public Divisions(FeatureRows baseline, FeatureRows current)
        {
            _rows = [.. Enumerable.Range(0, baseline.Rows).Select(row => baseline[row].ToArray()), .. Enumerable.Range(0, current.Rows).Select(row => current[row].ToArray())];
            (_drawsBaseline, _smaller) = (baseline.Rows < current.Rows, Math.Min(baseline.Rows, current.Rows));
            (_whole, _drawn, _rest) = (new double[baseline.Columns], new double[baseline.Columns], new double[baseline.Columns]);
            foreach (double[] row in _rows) Add(_whole, row);
        }

        public double DrawGain(SeededRandom random)
        {
            Array.Clear(_drawn);
            for (int i = 0; i < _smaller; i++)
            {
                int chosen = i + random.NextInt(_rows.Length - i);
                (_rows[i], _rows[chosen]) = (_rows[chosen], _rows[i]);
                Add(_drawn, _rows[i]);
            }

            for (int k = 0; k < _rest.Length; k++) _rest[k] = Math.Max(0, _whole[k] - _drawn[k]);
            return _drawsBaseline ? NormalizedDiscountedGain.Of(_drawn, _rest) : NormalizedDiscountedGain.Of(_rest, _drawn);
        }

        private static void Add(double[] sums, double[] row)
        {
            for (int k = 0; k < sums.Length; k++) sums[k] += row[k];
        }
    }
}
