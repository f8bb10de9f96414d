using CsCheck;

namespace MlopsSandbox.Statistics.Tests.Distances;

public sealed class QuantileBinsTests
{
    [Fact]
    public void Of_HundredDistinctValues_GivesTenOfTen()
    {
        double[] values = [.. Enumerable.Range(1, 100).Select(i => (double)i)];

        QuantileBins bins = QuantileBins.Of(values);

        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80, 90], bins.UpperEdges);
        Assert.Equal([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0], bins.CountsOf(values));
    }

    [Fact]
    public void CountsOf_MissingValues_FallIntoTheLastBin() =>
        Assert.Equal([0, 2, 1, 3], QuantileBins.Of([1, 1, 1, 1]).CountsOf([1, double.NaN, 2, 1, double.NaN, double.NaN]));

    [Fact]
    public void CountsOf_ConstantBaseline_SeesBothSides() => Assert.Equal([1, 1, 1, 0], QuantileBins.Of([7, 7, 7]).CountsOf([6, 7, 8]));

    [Fact]
    public void CountsOf_NoBaselineValues_KeepsPresentAndMissingApart() => Assert.Equal([2, 1], QuantileBins.Of([]).CountsOf([4, double.NaN, -9]));

    [Fact]
    public void CountsOf_AnyValues_CountsEachOnce() => Gen.Select(Gen.Double.Array, Gen.Double.Array).Sample((a, b) =>
        QuantileBins.Of([.. a.Where(x => !double.IsNaN(x)).Order()]).CountsOf(b).Sum() == b.Length);
}
