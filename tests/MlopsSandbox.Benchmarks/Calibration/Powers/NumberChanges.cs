using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Changes of a number.</summary>
internal static class NumberChanges
{
    private static readonly int[] _rows = [50, 100, 200, 1_000, 5_000];

    public static IReadOnlyList<AlarmRule<double[]>> Rules { get; } =
    [
        new("ours", (x, y, _) => OneFeature.Drifted(new NumericColumn("x", x), new NumericColumn("x", y))),
        new("naive: PSI 0.2", (x, y, _) => QuantileBins.Of(x) is var bins && PopulationStability.Index(bins.CountsOf(x), bins.CountsOf(y)) >= 0.2),
        new("naive: Wasserstein 0.1 sd", (x, y, _) => Wasserstein.NormedSorted(x, y) >= 0.1),
        new("naive: Jensen-Shannon 0.1", (x, y, _) => QuantileBins.Of(x) is var bins && JensenShannon.Distance(bins.CountsOf(x), bins.CountsOf(y)) >= 0.1),
    ];

    public static IReadOnlyList<ChangeTable<double[]>> All { get; } =
    [
        Table("normal", random => random.NextGaussian(),
            ("shift by 0.1 sd", (_, value) => value + 0.1), ("shift by 0.3 sd", (_, value) => value + 0.3), ("spread times 1.3", (_, value) => 1.3 * value)),
        Table("heavy-tailed", Shape.Numbers[1].Draw,
            ("shift by 0.3", (_, value) => value + 0.3), ("spread times 1.3", (_, value) => 1.3 * value), ("a tenth a hundred times larger", (random, value) => random.NextDouble() < 0.1 ? 100 * value : value)),
        Table("lognormal", Shape.Numbers[2].Draw,
            ("times 1.2", (_, value) => 1.2 * value), ("times 2", (_, value) => 2 * value)),
        Table("counts", Shape.Numbers[3].Draw,
            ("a twentieth 0", (random, value) => random.NextDouble() < 0.05 ? 0 : value), ("one more for a fifth", (random, value) => random.NextDouble() < 0.2 ? value + 1 : value),
            ("one more for all", (_, value) => value + 1)),
    ];

    private static ChangeTable<double[]> Table(string name, Func<SeededRandom, double> draw, params (string Name, Func<SeededRandom, double, double> Of)[] changes) => new(
        name, _rows, Sample(draw),
        [("none", Sample(draw)), .. changes.Select(change => (change.Name, Sample(random => change.Of(random, draw(random)))))]);

    private static Func<SeededRandom, int, double[]> Sample(Func<SeededRandom, double> draw) =>
        (random, rows) => SortedSample.Of([.. Enumerable.Range(0, rows).Select(_ => draw(random))]);
}
