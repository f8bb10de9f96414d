using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Changes of three features together, some of which no single feature shows.</summary>
internal static class JointChanges
{
    private const double Level = 0.01;
    private const int Columns = 3;

    private static readonly PermutationOptions _drawn = new() { Permutations = 199 };

    public static IReadOnlyList<AlarmRule<FeatureRows>> Rules { get; } =
    [
        new("each feature by KS", (x, y, _) => Enumerable.Range(0, Columns).Any(k => KolmogorovGivenTies.Of(Feature(x, k), Feature(y, k)).PValue <= Level / Columns)),
        new("MMD", (x, y, random) => MaximumMeanDiscrepancy.Test(x, y, random, _drawn).PValue <= Level),
        new("MMD, linear time", (x, y, random) => MaximumMeanDiscrepancy.LinearTest(x, y, random).PValue <= Level),
        new("energy", (x, y, random) => EnergyTest.Test(x, y, random, _drawn).PValue <= Level),
        new("classifier of means", (x, y, random) => DomainClassifier.Test(x, y, RowTests.NearerMean, random).PValue <= Level),
        new("classifier with products", (x, y, random) => DomainClassifier.Test(WithProducts(x), WithProducts(y), RowTests.NearerMean, random).PValue <= Level),
    ];

    public static ChangeTable<FeatureRows> All { get; } = new("3 normal features", [50, 100, 200, 500], (random, rows) => Correlated(random, rows, 0),
    [
        ("none", (random, rows) => Correlated(random, rows, 0)),
        ("all shifted by 0.3 sd", (random, rows) => Correlated(random, rows, 0, shift: 0.3)),
        ("correlation 0.3, each alone unchanged", (random, rows) => Correlated(random, rows, 0.3)),
        ("correlation 0.6, each alone unchanged", (random, rows) => Correlated(random, rows, 0.6)),
    ]);

    private static FeatureRows Correlated(SeededRandom random, int rows, double correlation, double shift = 0)
    {
        var values = new double[rows * Columns];
        for (var row = 0; row < rows; row++)
        {
            var common = Math.Sqrt(correlation) * random.NextGaussian();
            for (var k = 0; k < Columns; k++) values[(row * Columns) + k] = shift + common + (Math.Sqrt(1 - correlation) * random.NextGaussian());
        }

        return new FeatureRows(values, Columns);
    }

    private static double[] Feature(FeatureRows rows, int k) => SortedSample.Of([.. Enumerable.Range(0, rows.Rows).Select(row => rows[row][k])]);

    private static FeatureRows WithProducts(FeatureRows rows) =>
        FeatureRows.Of([.. Enumerable.Range(0, rows.Rows).Select(row => rows[row] is var x ? new[] { x[0], x[1], x[2], x[0] * x[1], x[0] * x[2], x[1] * x[2] } : [])]);
}
