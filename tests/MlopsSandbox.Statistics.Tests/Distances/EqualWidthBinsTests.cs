using CsCheck;
using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Distances;

public sealed class EqualWidthBinsTests
{
    private static readonly Gen<double[]> Samples = Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Int[-3, 3].Select(i => (double)i)).Array[1, 60];

    [Theory]
    [InlineData("fd")]
    [InlineData("doane")]
    [InlineData("auto")]
    [InlineData("7")]
    public void Rules_CasesOfTheTable_GiveNumpysBins(string rule)
    {
        NumberCase[] cases = [.. DistancesTable.Read.Numbers.Where(c => c.Edges(rule) is not null)];
        Assert.InRange(cases.Length, 100, int.MaxValue);
        Assert.All(cases, c =>
        {
            EqualWidthBins bins = ByRule(rule, c.Baseline);
            double[] edges = c.Edges(rule)!;
            Assert.True(edges.Length == bins.Edges.Count, $"{c.Name}: expected {edges.Length} edges, found {bins.Edges.Count}");
            for (int k = 0; k < edges.Length; k++) Near.Equal(edges[k], bins.Edges[k], c.Name, rounding: 1e-12);
            Assert.Equal([0, .. c.Counts(rule)!, 0, 0], bins.CountsOf(c.Baseline));
        });
    }

    [Fact]
    public void CountsOf_ValuesOutsideAndMissing_HaveBinsOfTheirOwn() => Assert.Equal(
        [2, 1, 2, 2, 1],
        EqualWidthBins.Between(0, 2, 2).CountsOf([-1, double.NegativeInfinity, 0, 1, 2, 2.5, double.PositiveInfinity, double.NaN]));

    [Fact]
    public void CountsOf_AnyValues_AgreesWithTheEdges() => Gen.Select(Samples, Samples, Gen.Int[1, 30]).Sample((baseline, values, count) =>
    {
        EqualWidthBins bins = EqualWidthBins.Of(baseline, count);
        IReadOnlyList<double> edges = bins.Edges;
        return values.Concat(edges).All(value => bins.IndexOf(value) ==
            (value == edges[^1] ? edges.Count - 1 : edges.Count(edge => edge <= value)));
    });

    [Fact]
    public void OfBoth_AnySamples_LeavesNothingOutside() => Gen.Select(Samples, Samples, Gen.Int[1, 30]).Sample((a, b, count) =>
    {
        EqualWidthBins bins = EqualWidthBins.OfBoth(a, b, count);
        return bins.CountsOf([.. a, .. b]) is [0, .., 0, 0];
    });

    [Fact]
    public void FreedmanDiaconis_FarOutlier_StopsAtTheMostBins()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0), 1e9];
        Assert.Equal(EqualWidthBins.MostBins + 3, EqualWidthBins.FreedmanDiaconis(values).Count);
    }

    [Fact]
    public void Of_LargeConstant_KeepsItInside() => Assert.Equal([0, 0, 3, 0, 0], EqualWidthBins.Of([1e17, 1e17, 1e17], 2).CountsOf([1e17, 1e17, 1e17]));

    [Fact] // four neighbours in double precision: three bins of their width can be told apart, ten of a third cannot
    public void Auto_ValuesThatHardlyDiffer_TakesFewerBins()
    {
        double[] neighbours = [.. Enumerable.Range(0, 1_000).Select(i => 1e17 + (16 * (i % 4)))];
        EqualWidthBins bins = EqualWidthBins.Auto(neighbours);
        Assert.InRange(bins.Edges.Count, 2, 5);
        Assert.Equal(1_000, bins.CountsOf(neighbours)[1..^2].Sum());
    }

    [Fact]
    public void Of_Unusable_SaysWhatWasFound()
    {
        Assert.StartsWith("The sample is empty", Assert.Throws<ArgumentException>(() => EqualWidthBins.Auto([])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Value 1 of the sample is NaN", Assert.Throws<ArgumentException>(() => EqualWidthBins.Doane([1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => EqualWidthBins.Of([1], 0));
        Assert.Throws<ArgumentException>(() => EqualWidthBins.Between(2, 1, 3));
        Assert.Equal(
            "The range from 1E+17 to 1.0000000000000002E+17 cannot be cut into 9 bins of double precision; scale the values first.",
            Assert.Throws<ArgumentException>(() => EqualWidthBins.Between(1e17, 1e17 + 16, 9)).Message);
    }

    private static EqualWidthBins ByRule(string rule, double[] baseline) => rule switch
    {
        "fd" => EqualWidthBins.FreedmanDiaconis(baseline),
        "doane" => EqualWidthBins.Doane(baseline),
        "auto" => EqualWidthBins.Auto(baseline),
        _ => EqualWidthBins.Of(baseline, int.Parse(rule, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
