using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Distances;

public sealed class PopulationStabilityTests
{
    private static readonly Gen<(int[], int[])> Tables =
        Gen.Int[2, 12].SelectMany(k => Gen.Select(Gen.Int[0, 500].Array[k], Gen.Int[1, 500].Array[k])).Where((a, _) => a.Sum() > 0);

    [Theory] // expected: Σ (c−b)·ln(c/b), worked out by hand
    [InlineData(new[] { 0.5, 0.5 }, new[] { 0.5, 0.5 }, 0)]
    [InlineData(new[] { 0.5, 0.5 }, new[] { 0.4, 0.6 }, 0.0405465108108)]
    public void Index_KnownShares_MatchesTheFormula(double[] baseline, double[] current, double expected) =>
        Assert.Equal(expected, PopulationStability.Index(baseline, current), tolerance: 1e-12);

    [Fact] // expected: scipy 1.10.1, stats.entropy(b, c) + stats.entropy(c, b) of (count + 0.5) / (rows + 2)
    public void Index_CountsWithAnEmptyBin_IsSmoothed() =>
        Assert.Equal(0.6575368895757694, PopulationStability.Index([50, 30, 20, 0], [20, 20, 10, 10]), tolerance: 1e-12);

    [Fact]
    public void Index_BinThatNeitherHas_ChangesNothing() =>
        Assert.Equal(PopulationStability.Index([5, 9], [8, 2]), PopulationStability.Index([5, 0, 9], [8, 0, 2]));

    [Fact]
    public void Index_AnyCounts_IsSymmetricAndNotNegative() => Tables.Sample((a, b) =>
    {
        double index = PopulationStability.Index(a, b);
        return index >= 0 && Math.Abs(index - PopulationStability.Index(b, a)) < 1e-9 && PopulationStability.Index(a, a) == 0;
    });

    [Fact]
    public void Index_OrderOfBins_DoesNotMatter() => Tables.Sample((a, b) =>
        Math.Abs(PopulationStability.Index(a, b) - PopulationStability.Index([.. a.Reverse()], [.. b.Reverse()])) < 1e-9);

    [Theory] // expected: (1/n + 1/m) · scipy 1.10.1 stats.chi2.isf(alpha, k − 1)
    [InlineData(0.05, 2, 0.0122291200906704)]
    [InlineData(0.01, 10, 0.0689727676268086)]
    [InlineData(8.5e-5, 3, 0.05967619456088332)]
    public void CriticalValue_2465Against360Rows_MatchesScipy(double alpha, int bins, double expected) =>
        Assert.Equal(expected, PopulationStability.CriticalValue(alpha, bins, 2465, 360), tolerance: 1e-8);

    [Fact] // mean of χ² with nine degrees of freedom over 60 rows
    public void ExpectedValue_SixtyRowsInTenBins_IsAbout15Hundredths() =>
        Assert.Equal(0.15, PopulationStability.ExpectedValue(10, int.MaxValue, 60), tolerance: 1e-6);

    [Fact] // both samples from one distribution: the share above the threshold is the level, within three standard errors
    public void CriticalValue_TwoThousandQuietWindows_IsExceededAtItsLevel()
    {
        SeededRandom random = new(2018);
        int exceeded = 0;
        for (int window = 0; window < 2000; window++)
        {
            double index = PopulationStability.Index(UniformCounts(random, 2000), UniformCounts(random, 400));
            if (index > PopulationStability.CriticalValue(0.05, 10, 2000, 400)) exceeded++;
        }

        Assert.InRange(exceeded, 100 - 30, 100 + 30);
    }

    [Fact]
    public void Index_EmptyShare_Throws() => Assert.Throws<ArgumentException>(() => PopulationStability.Index([0.0, 1.0], [0.5, 0.5]));

    private static int[] UniformCounts(SeededRandom random, int rows)
    {
        int[] counts = new int[10];
        for (int row = 0; row < rows; row++) counts[random.NextInt(10)]++;
        return counts;
    }
}
