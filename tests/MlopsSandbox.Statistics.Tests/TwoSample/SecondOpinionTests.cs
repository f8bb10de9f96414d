namespace MlopsSandbox.Statistics.Tests.TwoSample;

/// <summary>The same tests by R 4.2.2, for sizes at which scipy does not count.</summary>
public sealed class SecondOpinionTests
{
    private static readonly double[] Baseline = [.. Enumerable.Range(0, 150).Select(i => i * 1.37)];
    private static readonly double[] Current = [.. Enumerable.Range(0, 200).Select(i => (i * 1.01) + 9.003)];

    [Fact] // wilcox.test(x, y, exact = TRUE)
    public void MannWhitney_Exact_MatchesR() => AssertIs(13926, 0.25215566361735331, MannWhitney.Test(Baseline, Current, PValueMethod.Exact));

    [Fact] // wilcox.test(round(x / 20), round(y / 20), exact = FALSE)
    public void MannWhitney_Ties_MatchesR() => AssertIs(
        13949.5, 0.26010682712098121, MannWhitney.Test([.. Baseline.Select(value => Math.Round(value / 20))], [.. Current.Select(value => Math.Round(value / 20))]));

    [Fact] // ks.test(x, y, exact = TRUE)
    public void KolmogorovSmirnov_Exact_MatchesR() => AssertIs(0.05, 0.9766144311167485, KolmogorovSmirnov.Test(Baseline, Current, PValueMethod.Exact));

    [Fact] // ks.test(x, y, exact = FALSE)
    public void KolmogorovSmirnov_Asymptotic_MatchesR() =>
        AssertIs(0.05, 0.98289027357323888, KolmogorovSmirnov.Test(Baseline, Current, PValueMethod.Asymptotic));

    [Fact] // t.test(x, y)
    public void WelchT_MatchesR() => AssertIs(-1.1650479760160666, 0.24487284801235323, WelchT.Test(Baseline, Current));

    [Fact] // prop.test(c(45, 30), c(200, 250), correct = FALSE), the root of its statistic
    public void TwoProportionZ_MatchesR() => AssertIs(2.9698484809835004, 0.0029794666563329754, TwoProportionZ.Test(45, 200, 30, 250));

    [Fact] // fisher.test(matrix(c(4, 2461, 36, 324), 2))
    public void FisherExact_NoMoreProbable_MatchesR() =>
        Assert.Equal(1, FisherExact.Test(4, 2465, 36, 360, FisherSides.NoMoreProbable).PValue / 7.1388256673619431e-29, tolerance: 1e-6);

    private static void AssertIs(double statistic, double p, TestResult found)
    {
        Assert.Equal(1, found.Statistic / statistic, tolerance: 1e-9);
        Assert.Equal(1, found.PValue / p, tolerance: 1e-6);
    }
}
