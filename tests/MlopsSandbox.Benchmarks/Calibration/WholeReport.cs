using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Statistics;
using static System.FormattableString;
using Column = MlopsSandbox.Lifecycle.Ingest.Column;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How often a whole check of 20 mixed features, some of which hang together, raises any alarm where nothing has changed.</summary>
internal static class WholeReport
{
    private const double Budget = 0.05;
    private static readonly double[] Scores = [0.2, 0.4, 0.6, 0.8];
    private static readonly (int Baseline, int Current)[] Sizes = [(200, 100), (1_000, 200), (2_000, 2_000)];

    /// <returns>True when the budget is kept.</returns>
    public static bool Run(int checks, int seed)
    {
        Console.WriteLine();
        Console.WriteLine("## Whole reports");
        Console.WriteLine();
        Table.Header("whole report, 20 features, budget 5 %", "reports with an alarm, per 100");
        var kept = true;
        foreach (var size in Sizes)
        {
            Console.Error.WriteLine($"whole reports of {size} …");
            var alarms = 0;
            Parallel.For(0, checks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, check =>
            {
                if (Alarms(size, new SeededRandom(Seeds.Derive(seed, $"report {size}", check)))) Interlocked.Increment(ref alarms);
            });
            var rate = (double)alarms / checks;
            kept &= rate - (2.576 * Math.Sqrt(Budget * (1 - Budget) / checks)) <= Budget;
            Table.Row(Invariant($"{size.Baseline}:{size.Current}"), Invariant($"{100 * rate:0.0#}"));
        }

        return kept;
    }

    private static bool Alarms((int Baseline, int Current) size, SeededRandom random)
    {
        Baseline baseline = Baseline.From(Rows(random, size.Baseline), Scores, [false, true, false, true]);
        MonitorWindow window = new(default, default, Rows(random, size.Current), [.. Enumerable.Range(0, size.Current).Select(_ => random.NextDouble())]);
        // Scores and labels are not what this is about: only what the features say counts.
        var report = DriftCheck.Run(new DriftCheckSettings { Alpha = Budget * 22 / 20 }, baseline, window, new LabelledWindow([], Array.Empty<bool>()));
        return report.Measures.Any(measure => measure.Kind == DriftKind.Feature && measure.Drifted);
    }

    /// <summary>Ten numbers and ten categories: of all shapes, two numbers that hang together, three with missing values.</summary>
    public static Lifecycle.Ingest.Table Rows(SeededRandom random, int rows)
    {
        var columns = new List<Column>();
        var common = Shape.Numbers[0].Sample(random, rows);
        for (var k = 0; k < 10; k++)
        {
            var values = Shape.Numbers[k % Shape.Numbers.Count].Sample(random, rows);
            if (k % 5 == 0) for (var row = 0; row < rows; row++) values[row] = common[row] + (0.3 * values[row]);
            if (k >= 7) for (var row = 0; row < rows; row++) if (random.NextDouble() < 0.03) values[row] = double.NaN;
            columns.Add(new NumericColumn($"n{k}", values));
        }

        for (var k = 0; k < 10; k++)
        {
            var shape = Shape.Categories[k % 2];
            columns.Add(new CategoricalColumn($"c{k}", [.. shape.Sample(random, rows).Select(value => Invariant($"{value}"))]));
        }

        return new Lifecycle.Ingest.Table([.. Enumerable.Range(0, rows)], columns, new bool[rows]);
    }
}
