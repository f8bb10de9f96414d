using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>The tests of two samples of rows with several features.</summary>
internal static class RowTests
{
    private const int Permutations = 199, Trainings = 99, Folds = 2;

    public static IReadOnlyList<SampleShape<FeatureRows>> Shapes { get; } =
    [
        new("3 normal, correlated", (random, rows) => Rows(rows, 3, row => Correlated(random, row, 0.7))),
        new("5 heavy-tailed, correlated", (random, rows) => Rows(rows, 5, row => HeavyTailed(random, row))),
    ];

    public static IReadOnlyList<SampleTest<FeatureRows>> All { get; } =
    [
        new("MMD, permutations", LevelKind.Exact, (x, y, random) => MaximumMeanDiscrepancy.Test(x, y, random, Drawn).PValue) { QuickUpTo = 50, MostRows = 200, Attainable = Nominal },
        new("MMD, linear time", LevelKind.Limit, (x, y, random) => MaximumMeanDiscrepancy.LinearTest(x, y, random).PValue) { QuickUpTo = 50 },
        new("energy, permutations", LevelKind.Exact, (x, y, random) => EnergyTest.Test(x, y, random, Drawn).PValue) { QuickUpTo = 50, MostRows = 200, Attainable = Nominal },
        new("domain classifier, permutations", LevelKind.Exact, (x, y, random) => DomainClassifier.PermutationTest(x, y, NearerMean, random, Trainings).PValue) { QuickUpTo = 0, MostRows = 200 },
        new("domain classifier, normal tail", LevelKind.Limit, (x, y, random) => DomainClassifier.Test(x, y, NearerMean, random).PValue),
    ];

    private static PermutationOptions Drawn { get; } = new() { Permutations = Permutations };

    /// <summary>A model cheap enough for many trainings: how much nearer a row is to the mean of the other folds' current rows than to that of their baseline rows.</summary>
    public static double[] NearerMean(FeatureRows rows, IReadOnlyList<bool> isCurrent)
    {
        var scores = new double[rows.Rows];
        for (var fold = 0; fold < Folds; fold++)
        {
            var (current, baseline) = (Mean(rows, isCurrent, fold, wanted: true), Mean(rows, isCurrent, fold, wanted: false));
            for (var row = fold; row < scores.Length; row += Folds) scores[row] = Squared(rows[row], baseline) - Squared(rows[row], current);
        }

        return scores;
    }

    private static double Nominal(FeatureRows x, FeatureRows y, double nominal) => nominal;

    private static FeatureRows Rows(int rows, int columns, Func<double[], double[]> fill)
    {
        var values = new double[rows * columns];
        var row = new double[columns];
        for (var i = 0; i < rows; i++) fill(row).CopyTo(values, i * columns);
        return new FeatureRows(values, columns);
    }

    private static double[] Correlated(SeededRandom random, double[] row, double shared)
    {
        var (common, own) = (shared * random.NextGaussian(), Math.Sqrt(1 - (shared * shared)));
        for (var k = 0; k < row.Length; k++) row[k] = common + (own * random.NextGaussian());
        return row;
    }

    private static double[] HeavyTailed(SeededRandom random, double[] row)
    {
        Correlated(random, row, 0.5);
        var spread = 1 / Math.Sqrt(-Math.Log(1 - random.NextDouble()));    // Student's with 2 degrees of freedom
        for (var k = 0; k < row.Length; k++) row[k] *= spread;
        return row;
    }

    private static double[] Mean(FeatureRows rows, IReadOnlyList<bool> isCurrent, int fold, bool wanted)
    {
        var sums = new double[rows.Columns];
        var count = 0;
        for (var row = 0; row < rows.Rows; row++)
        {
            if (row % Folds == fold || isCurrent[row] != wanted) continue;
            count++;
            for (var k = 0; k < sums.Length; k++) sums[k] += rows[row][k];
        }

        for (var k = 0; k < sums.Length; k++) sums[k] /= Math.Max(1, count);
        return sums;
    }

    private static double Squared(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++) sum += (a[k] - b[k]) * (a[k] - b[k]);
        return sum;
    }
}
