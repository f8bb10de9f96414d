using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>The tests of two samples of a text, which come as rows of each value.</summary>
internal static class CategoryTests
{
    private const int Values = 40, Tables = 999;

    public static IReadOnlyList<SampleShape<int[]>> Shapes { get; } = [.. Shape.Categories.Select(shape => new SampleShape<int[]>(shape.Name, (random, rows) => Counted(shape, random, rows)))];

    public static IReadOnlyList<SampleTest<int[]>> All { get; } =
    [
        new("chi-square, permutations", LevelKind.Exact, (a, b, random) => ChiSquarePermutation.Test(a, b, random, Tables).PValue),
        new("chi-square, limit, rare merged", LevelKind.Limit, (a, b, _) => RareCategories.Merge(a, b) is var (x, y) ? ChiSquareHomogeneity.Test(x, y).PValue : double.NaN),
        new("G, rare merged", LevelKind.Limit, (a, b, _) => RareCategories.Merge(a, b) is var (x, y) ? GTest.Test(x, y).PValue : double.NaN),
        new("Fisher, first category", LevelKind.Exact, (a, b, _) => FisherExact.Test(a[0], a.Sum(), b[0], b.Sum()).PValue)
        {
            Attainable = (a, b, nominal) => AttainableLevel.OfFisher(a[0] + b[0], a.Sum(), b.Sum(), nominal),
        },
        new("two proportions, first category", LevelKind.Limit, (a, b, _) => TwoProportionZ.Test(a[0], a.Sum(), b[0], b.Sum()).PValue),
        new("never seen values", LevelKind.Exact, (a, b, _) => UnseenValues.Of(a, b).PValue),
        new("naive: goodness of fit", LevelKind.Naive, (a, b, _) => GoodnessOfFit(a, b)),
    ];

    /// <summary>As others do: the baseline's shares are taken for the truth, though they are a sample too.</summary>
    public static double GoodnessOfFit(int[] baseline, int[] current)
    {
        var (a, b) = RareCategories.Merge(baseline, current);
        const int Truth = 1_000;    // So many times the baseline's rows, and it is hardly chance any more.
        return ChiSquareHomogeneity.Test([.. a.Select(count => count * Truth)], b).PValue;
    }

    private static int[] Counted(Shape shape, SeededRandom random, int rows)
    {
        var counts = new int[Values];
        for (var row = 0; row < rows; row++) counts[(int)shape.Draw(random)]++;
        return counts;
    }
}
