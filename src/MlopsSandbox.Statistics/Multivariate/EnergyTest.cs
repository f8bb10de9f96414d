namespace MlopsSandbox.Statistics;

/// <summary>The energy test: were two samples of several features drawn from one joint distribution?</summary>
/// <remarks>
/// Sees any change of the joint distribution, most readily of the mean; its p value by permutation is exact at any size. Features weigh by their unit, so
/// scale them first. Symmetric. Székely and Rizzo (2004), Testing for equal distributions in high dimension, InterStat 5. For one feature, without a
/// p value, there is <see cref="EnergyDistance"/>.
/// </remarks>
public static class EnergyTest
{
    /// <summary>Tests two samples.</summary>
    /// <param name="baseline">n rows, from 1.</param>
    /// <param name="current">m rows of the same features, from 1.</param>
    /// <param name="random">Draws the permutations: the same seed gives the same p value.</param>
    /// <param name="options">Permutations and most rows; by default 999 and 1,000.</param>
    /// <returns>
    /// Statistic nm/(n+m)·(2·E‖X−Y‖ − E‖X−X'‖ − E‖Y−Y'‖), pairs of a row with itself counted: 0 when equal, no upper bound, large is far.
    /// p = (k+1)/(B+1). With one row a side, or all rows equal, p says nothing and is large.
    /// </returns>
    /// <exception cref="ArgumentException">The columns differ, or the options cannot be used.</exception>
    public static TestResult Test(FeatureRows baseline, FeatureRows current, SeededRandom random, PermutationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        options ??= new PermutationOptions();
        options.Require();
        FeatureRows.RequireSameColumns(baseline, current);
        int[] ofBaseline = PermutationTest.Draw(baseline.Rows, options.MaximumRows, random);
        int[] ofCurrent = PermutationTest.Draw(current.Rows, options.MaximumRows, random);
        FeatureRows both = FeatureRows.Pick(baseline, current, [.. ofBaseline, .. ofCurrent.Select(place => baseline.Rows + place)]);
        PairMatrix distances = new(both.Rows, (i, j) => RowDistance.Between(both[i], both[j]));
        return PermutationTest.Run(distances, ofBaseline.Length, sums => Statistic(sums, ofBaseline.Length, ofCurrent.Length), options.Permutations, random);
    }

    private static double Statistic(PairSums sums, double n, double m) =>
        Math.Max(0, n * m / (n + m) * ((2 * sums.Between / (n * m)) - (sums.First / (n * n)) - (sums.Second / (m * m))));
}
