using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>A test as the calibration sees it: two samples in ascending order in, a p value out.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Promises">True when it promises its level at any size: exact or by permutation.</param>
/// <param name="MostRows">Samples above this size are left out, as the test would take too long.</param>
/// <param name="P">Its p value; NaN where it has none.</param>
internal sealed record TwoSampleTest(string Name, bool Promises, int MostRows, Func<double[], double[], SeededRandom, double> P)
{
    private const int Any = int.MaxValue, Permutations = 199;

    public static IReadOnlyList<TwoSampleTest> OfNumbers { get; } =
    [
        new("KS, given ties", true, 1_000, (x, y, _) => KolmogorovGivenTies.Of(x, y).PValue),
        new("KS, limit", false, Any, (x, y, _) => KolmogorovSmirnov.Test(x, y, PValueMethod.Asymptotic).PValue),
        new("KS, Hodges", false, Any, (x, y, _) => KolmogorovSmirnov.Test(x, y).PValue),
        new("Cramér-von Mises, limit", false, Any, (x, y, _) => CramerVonMises.Test(x, y, PValueMethod.Asymptotic).PValue),
        new("Cramér-von Mises, exact", true, 20, (x, y, _) => CramerVonMises.Test(x, y, PValueMethod.Exact).PValue),
        new("Anderson-Darling, permutations", true, 50, (x, y, random) => AndersonDarling.Test(x, y, random, Permutations).PValue),
        new("Mann-Whitney, limit", false, Any, (x, y, _) => MannWhitney.Test(x, y, PValueMethod.Asymptotic).PValue),
        new("Welch", false, Any, (x, y, _) => WelchT.Test(x, y).PValue),
        new("Brown-Forsythe", false, Any, (x, y, _) => Levene.Test(x, y).PValue),
        new("Epps-Singleton", false, 1_000, (x, y, _) => SortedMiddleVaries(x, y) ? EppsSingleton.Test(x, y).PValue : double.NaN),
    ];

    public static IReadOnlyList<TwoSampleTest> OfCategories { get; } =
    [
        new("chi-square, permutations", true, Any, (x, y, random) => Counted(x, y) is var (a, b) ? ChiSquarePermutation.Test(a, b, random, 999).PValue : double.NaN),
        new("chi-square, limit, rare merged", false, Any, (x, y, _) => Merged(x, y) is var (a, b) ? ChiSquareHomogeneity.Test(a, b).PValue : double.NaN),
        new("G, rare merged", false, Any, (x, y, _) => Merged(x, y) is var (a, b) ? GTest.Test(a, b).PValue : double.NaN),
        new("Fisher, first category", true, Any, (x, y, _) => FisherExact.Test(First(x), x.Length, First(y), y.Length).PValue),
        new("two proportions, first category", false, Any, (x, y, _) => TwoProportionZ.Test(First(x), x.Length, First(y), y.Length).PValue),
        new("never seen values", true, Any, (x, y, _) => Counted(x, y) is var (a, b) ? UnseenValues.Of(a, b).PValue : double.NaN),
        new("naive: goodness of fit", false, Any, (x, y, _) => GoodnessOfFit(x, y)),
    ];

    /// <summary>As others do: the baseline's shares are taken for the truth, though they are a sample too.</summary>
    private static double GoodnessOfFit(double[] x, double[] y)
    {
        var (a, b) = Merged(x, y);
        const int Truth = 1_000;    // So many times the baseline's rows, and it is hardly chance any more.
        return ChiSquareHomogeneity.Test([.. a.Select(count => count * Truth)], b).PValue;
    }

    private static bool SortedMiddleVaries(double[] x, double[] y)
    {
        var pooled = SortedSample.Of([.. x, .. y]);
        return pooled[pooled.Length / 4] < pooled[3 * pooled.Length / 4];
    }

    private static int First(double[] values) => values.Count(value => value == 0);

    private static (int[] A, int[] B) Merged(double[] x, double[] y) => Counted(x, y) is var (a, b) ? RareCategories.Merge(a, b) : default;

    private static (int[] A, int[] B) Counted(double[] x, double[] y)
    {
        var (a, b) = (new int[10], new int[10]);
        foreach (var value in x) a[(int)value]++;
        foreach (var value in y) b[(int)value]++;
        return (a, b);
    }
}
