using CsCheck;
using MlopsSandbox.Statistics.Tests.Reference;

namespace MlopsSandbox.Statistics.Tests.Distances;

/// <summary>Scores of two histograms over the same bins.</summary>
public sealed class HistogramDistancesTests
{
    private static readonly Gen<(int[] Baseline, int[] Current)> Tables = Gen.Int[1, 12].SelectMany(k => Gen.Select(Counts(k), Counts(k)));

    private delegate double Score(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current);

    private static readonly Score[] Symmetric =
        [JensenShannon.Distance, JensenShannon.Divergence, Hellinger.Distance, TotalVariation.Distance, LargestShareChange.Distance, Bhattacharyya.Distance];

    [Fact]
    public void Scores_CasesOfTheTable_AreThoseOfScipyAndNumpy() => Assert.All(DistancesTable.Read.Histograms, c =>
    {
        Near.Equal(c.KlOfShares, KullbackLeibler.Divergence(Shares.Of(c.Baseline), Shares.Of(c.Current)), "KL of shares");
        Near.Equal(c.KlOfCounts, KullbackLeibler.Divergence(c.Baseline, c.Current), "KL of counts");
        Near.Equal(c.JensenShannon, JensenShannon.Distance(c.Baseline, c.Current), "Jensen-Shannon", rounding: 1e-8);
        Near.Equal(c.JensenShannon * c.JensenShannon, JensenShannon.Divergence(c.Baseline, c.Current), "Jensen-Shannon divergence");
        Near.Equal(c.Hellinger, Hellinger.Distance(c.Baseline, c.Current), "Hellinger");
        Near.Equal(c.TotalVariation, TotalVariation.Distance(c.Baseline, c.Current), "total variation");
        Near.Equal(c.Largest, LargestShareChange.Distance(c.Baseline, c.Current), "L∞");
        Near.Equal(c.Bhattacharyya, Bhattacharyya.Distance(c.Baseline, c.Current), "Bhattacharyya");
        Near.Equal(c.Psi, PopulationStability.Index(c.Baseline, c.Current), "PSI");
    });

    [Fact] // by hand, as their pages say
    public void Scores_HandCases_AreAsInTheirPages()
    {
        Assert.Equal(0.1308121, KullbackLeibler.Divergence([0.5, 0.5], [0.25, 0.75]), 1e-7);
        Assert.Equal(0.5579230, JensenShannon.Distance([0.5, 0.5], [0.0, 1.0]), 1e-7);
        Assert.Equal(0.5411961, Hellinger.Distance([0.5, 0.5], [0.0, 1.0]), 1e-7);
        Assert.Equal(0.3, TotalVariation.Distance([0.5, 0.5], [0.2, 0.8]), 1e-12);
        Assert.Equal(0.2, LargestShareChange.Distance([0.5, 0.3, 0.2], [0.4, 0.2, 0.4]), 1e-12);
        Assert.Equal(Math.Log(2) / 2, Bhattacharyya.Distance([0.5, 0.5], [0.0, 1.0]), 1e-12);
    }

    [Fact]
    public void Scores_AnyCounts_AreSymmetricAndZeroAgainstThemselves() => Tables.Sample((b, c) =>
        Symmetric.All(score => Close(score(b, c), score(c, b)) && score(b, c) >= 0 && score(b, b) < 1e-7));

    [Fact]
    public void Scores_AnyCounts_KeepTheirBounds() => Tables.Sample((b, c) =>
        Symmetric.SkipLast(1).All(score => score(b, c) <= 1) && LargestShareChange.Distance(b, c) <= TotalVariation.Distance(b, c) + 1e-12
        && Math.Pow(Hellinger.Distance(b, c), 2) <= TotalVariation.Distance(b, c) + 1e-12
        && TotalVariation.Distance(b, c) <= Math.Sqrt(2) * Hellinger.Distance(b, c) + 1e-12);

    [Fact]
    public void Scores_NothingInCommon_AreAtTheirLargest()
    {
        Assert.All(Symmetric.SkipLast(1), score => Assert.Equal(1, score([3, 0], [0, 5]), 1e-12));
        Assert.Equal(double.PositiveInfinity, Bhattacharyya.Distance([3, 0], [0, 5]));
    }

    [Fact]
    public void KullbackLeibler_EmptyBins_AreInfiniteForSharesAndSmoothedForCounts()
    {
        Assert.Equal(double.PositiveInfinity, KullbackLeibler.Divergence([1.0, 0.0], [0.5, 0.5]));
        Assert.Equal(Math.Log(2), KullbackLeibler.Divergence([0.5, 0.5], [1.0, 0.0]), 1e-12);
        Assert.Equal(KullbackLeibler.Divergence([4.5 / 5, 0.5 / 5], [2.5 / 5, 2.5 / 5]), KullbackLeibler.Divergence([4, 0, 0], [2, 2, 0]), 1e-12);
    }

    [Theory]
    [InlineData(new double[0], new double[0], "0 baseline bins against 0 current ones; expected the same bins in both, at least one.")]
    [InlineData(new[] { 1.0 }, new[] { 0.5, 0.5 }, "1 baseline bins against 2 current ones; expected the same bins in both, at least one.")]
    [InlineData(new[] { 1.0 }, new[] { double.NaN }, "Bin 0 has the share NaN; expected a number in [0, 1]. (Parameter 'current')")]
    [InlineData(new[] { 4.0 }, new[] { 1.0 }, "Bin 0 has the share 4; expected a number in [0, 1]. (Parameter 'baseline')")]
    [InlineData(new[] { 0.5, 0.25 }, new[] { 0.5, 0.5 }, "The shares sum to 0.75; expected 1. Divide counts by their sum first. (Parameter 'baseline')")]
    public void Scores_UnusableShares_SayWhatWasFound(double[] baseline, double[] current, string message)
    {
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => KullbackLeibler.Divergence(baseline, current)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => JensenShannon.Distance(baseline, current)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Hellinger.Distance(baseline, current)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => TotalVariation.Distance(baseline, current)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => LargestShareChange.Distance(baseline, current)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Bhattacharyya.Distance(baseline, current)).Message);
    }

    [Fact]
    public void Scores_CountsWithoutRows_SayWhatWasFound()
    {
        Assert.Equal("The 2 bins have no rows; expected at least one. (Parameter 'counts')", Message(() => JensenShannon.Distance([1, 1], [0, 0])));
        Assert.Equal("Bin 1 has -1 rows; expected 0 or more. (Parameter 'counts')", Message(() => KullbackLeibler.Divergence([1, -1], [1, 1])));
    }

    private static string Message(Func<double> score) => Assert.Throws<ArgumentException>(() => score()).Message;

    private static Gen<int[]> Counts(int bins) => Gen.OneOf(Gen.Const(0), Gen.Int[0, 400]).Array[bins].Where(counts => counts.Sum() > 0);

    private static bool Close(double a, double b) => a.Equals(b) || Math.Abs(a - b) < 1e-7;
}
