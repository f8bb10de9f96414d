using System.Globalization;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Changes of a text: samples are values by number, of which the last stands for one that is new.</summary>
internal static class CategoryChanges
{
    private const int New = 40;
    private static readonly int[] _rows = [50, 100, 200, 1_000, 5_000];

    public static IReadOnlyList<AlarmRule<int[]>> Rules { get; } =
    [
        new("ours", (x, y, _) => OneFeature.Drifted(Column(x), Column(y))),
        new("naive: goodness of fit, 5 %", (x, y, _) => CategoryTests.GoodnessOfFit(Counted(x), Counted(y)) <= 0.05),
        new("naive: PSI 0.2", (x, y, _) => PopulationStability.Index(Counted(x), Counted(y)) >= 0.2),
        new("naive: Jensen-Shannon 0.1", (x, y, _) => JensenShannon.Distance(Counted(x), Counted(y)) >= 0.1),
    ];

    public static IReadOnlyList<ChangeTable<int[]>> All { get; } = [Table("5 alike", Shape.Categories[0]), Table("10 skewed", Shape.Categories[1])];

    private static ChangeTable<int[]> Table(string name, Shape shape) => new(name, _rows, Sample(shape, (_, value) => value),
    [
        ("none", Sample(shape, (_, value) => value)),
        ("a quarter of the first now the second", Sample(shape, (random, value) => value == 0 && random.NextDouble() < 0.25 ? 1 : value)),
        ("the third vanished", Sample(shape, (random, value) => value == 2 ? random.NextInt(2) : value)),
        ("2 % of a new value", Sample(shape, (random, value) => random.NextDouble() < 0.02 ? New : value)),
        ("10 % of a new value", Sample(shape, (random, value) => random.NextDouble() < 0.1 ? New : value)),
    ]);

    private static Func<SeededRandom, int, int[]> Sample(Shape shape, Func<SeededRandom, int, int> change) =>
        (random, rows) => [.. Enumerable.Range(0, rows).Select(_ => change(random, (int)shape.Draw(random)))];

    private static CategoricalColumn Column(int[] values) => new("x", [.. values.Select(value => value.ToString(CultureInfo.InvariantCulture))]);

    private static int[] Counted(int[] values)
    {
        var counts = new int[New + 1];
        foreach (var value in values) counts[value]++;
        return counts;
    }
}
