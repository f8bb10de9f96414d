using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>The tests of two samples of a number, which come in ascending order.</summary>
internal static class NumberTests
{
    private const int Permutations = 199;

    public static IReadOnlyList<SampleShape<double[]>> Shapes { get; } = [.. Shape.Numbers.Select(shape => new SampleShape<double[]>(shape.Name, (random, rows) => SortedSample.Of(shape.Sample(random, rows))))];

    public static IReadOnlyList<SampleTest<double[]>> All { get; } =
    [
        new("KS, given ties", LevelKind.Exact, (x, y, _) => KolmogorovGivenTies.Of(x, y) is { IsExact: true } test ? test.PValue : double.NaN)
        {
            QuickUpTo = 200, Attainable = AttainableLevel.OfKolmogorov,
        },
        new("KS, given ties, thinned", LevelKind.Limit, (x, y, _) => KolmogorovGivenTies.Of(x, y) is { IsExact: false } test ? test.PValue : double.NaN) { QuickUpTo = 200 },
        new("KS, limit", LevelKind.Limit, (x, y, _) => KolmogorovSmirnov.Test(x, y, PValueMethod.Asymptotic).PValue),
        new("KS, Hodges", LevelKind.Limit, (x, y, _) => IsPastExact(x, y) ? KolmogorovSmirnov.Test(x, y).PValue : double.NaN),
        new("Cramér-von Mises, limit", LevelKind.Limit, (x, y, _) => CramerVonMises.Test(x, y, PValueMethod.Asymptotic).PValue),
        new("Cramér-von Mises, exact", LevelKind.Exact, (x, y, _) => CramerVonMises.Test(x, y, PValueMethod.Exact).PValue) { MostRows = 20 },
        new("Anderson-Darling, permutations", LevelKind.Exact, (x, y, random) => AndersonDarling.Test(x, y, random, Permutations).PValue)
        {
            QuickUpTo = 100, MostRows = 1_000, Attainable = AttainableLevel.OfPermutations,
        },
        new("Mann-Whitney, limit", LevelKind.Limit, (x, y, _) => MannWhitney.Test(x, y, PValueMethod.Asymptotic).PValue),
        new("Mann-Whitney, exact", LevelKind.Exact, (x, y, _) => AttainableLevel.HasTies(x, y) ? double.NaN : MannWhitney.Test(x, y, PValueMethod.Exact).PValue)
        {
            MostRows = 50, Attainable = AttainableLevel.OfMannWhitney,
        },
        new("Welch", LevelKind.Limit, (x, y, _) => WelchT.Test(x, y).PValue),
        new("Brown-Forsythe", LevelKind.Limit, (x, y, _) => Levene.Test(x, y).PValue),
        new("Levene, mean", LevelKind.Limit, (x, y, _) => Levene.Test(x, y, LeveneCenter.Mean).PValue),
        new("Epps-Singleton", LevelKind.Limit, (x, y, _) => MiddleVaries(x, y) ? EppsSingleton.Test(x, y).PValue : double.NaN),
    ];

    // Below, the automatic choice counts.
    private static bool IsPastExact(double[] x, double[] y) => (long)x.Length * y.Length > 20_000;

    private static bool MiddleVaries(double[] x, double[] y)
    {
        var pooled = SortedSample.Of([.. x, .. y]);
        return pooled[pooled.Length / 4] < pooled[3 * pooled.Length / 4];
    }
}
