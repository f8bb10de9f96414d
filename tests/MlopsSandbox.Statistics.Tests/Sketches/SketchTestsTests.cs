namespace MlopsSandbox.Statistics.Tests.Sketches;

public sealed class SketchTestsTests
{
    [Fact]
    public void Tests_FewValues_AreThoseOfTheRows()
    {
        double[] before = Normal(1, 200, 0), now = Normal(2, 150, 0.3);
        BoundedTest ks = SketchTests.KolmogorovSmirnov(Of(before, 1), Of(now, 2)), ranks = SketchTests.MannWhitney(Of(before, 1), Of(now, 2));
        TestResult exactKs = KolmogorovSmirnov.TestUnsorted(before, now), exactRanks = MannWhitney.TestUnsorted(before, now, PValueMethod.Asymptotic);

        Assert.Equal((exactKs.Statistic, exactKs.PValue, exactKs.PValue), (ks.Statistic.Value, ks.AtLeast, ks.AtMost));
        Assert.Equal(exactRanks.Statistic / (200 * 150), ranks.Statistic.Value, 1e-12);
        Assert.Equal(exactRanks.PValue, ranks.AtMost, 1e-12);
        Assert.Equal(exactRanks.PValue, ranks.AtLeast, 1e-12);
    }

    [Fact] // 200 pairs, promised but for 1 of 100
    public void Tests_ManyValues_HaveTheRowsPValueWithinTheirBounds()
    {
        int missed = 0;
        for (int trial = 0; trial < 200; trial++)
        {
            double[] before = Normal(2 * trial, 3_000, 0), now = Normal((2 * trial) + 1, 2_000 + (10 * trial), 0.002 * trial);
            BoundedTest ks = SketchTests.KolmogorovSmirnov(Of(before, 1), Of(now, 2)), ranks = SketchTests.MannWhitney(Of(before, 1), Of(now, 2));
            double p = KolmogorovSmirnov.TestUnsorted(before, now).PValue, pOfRanks = MannWhitney.TestUnsorted(before, now, PValueMethod.Asymptotic).PValue;
            if (p < ks.AtLeast * (1 - 1e-9) || p > ks.AtMost * (1 + 1e-9)) missed++;
            if (pOfRanks < ranks.AtLeast * (1 - 1e-9) || pOfRanks > ranks.AtMost * (1 + 1e-9)) missed++;
        }

        Assert.InRange(missed, 0, 10);
    }

    [Fact]
    public void MannWhitney_TiedValues_IsCarefulAndNeverBold()
    {
        double[] before = [.. Enumerable.Range(0, 300).Select(i => i % 3)], now = [.. Enumerable.Range(0, 200).Select(i => (i % 7) / 3)];

        Assert.True(SketchTests.MannWhitney(Of(before, 1), Of(now, 2)).AtMost >= MannWhitney.TestUnsorted(before, now).PValue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Welch_Moments_GiveTheTestOfTheRows(double shift)
    {
        double[] before = Normal(1, 500, 0), now = Normal(2, 300, shift);
        TestResult ofRows = WelchT.Test(before, now), ofMoments = SketchTests.Welch(MomentsOf(before), MomentsOf(now));

        Assert.Equal(ofRows.Statistic, ofMoments.Statistic, 1e-9);
        Assert.Equal(ofRows.PValue, ofMoments.PValue, 1e-9);
    }

    [Fact]
    public void Welch_OneValue_SaysWhatIsNeeded() => Assert.Equal(
        "The moments are of 1 values; expected 2 or more. (Parameter 'current')",
        Assert.Throws<ArgumentException>(() => SketchTests.Welch(MomentsOf([1, 2]), MomentsOf([1]))).Message);

    private static double[] Normal(int seed, int rows, double shift)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => shift + random.NextGaussian())];
    }

    private static RunningMoments MomentsOf(double[] values)
    {
        RunningMoments moments = new();
        moments.Add(values);
        return moments;
    }

    private static QuantileSketch Of(double[] values, int seed)
    {
        QuantileSketch sketch = new(seed);
        sketch.Add(values);
        return sketch;
    }
}
