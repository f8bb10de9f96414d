using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>What is found of known changes of a normal number, by our test at the level of one of 20 features, and by the fixed thresholds that others ship.</summary>
internal static class Power
{
    private const double Level = 0.05 / 20;
    private static readonly int[] Sizes = [50, 200, 1_000, 5_000];

    private static readonly (string Name, Func<SeededRandom, double> Draw)[] Changes =
    [
        ("none", random => random.NextGaussian()),
        ("shift by 0.1 sd", random => 0.1 + random.NextGaussian()),
        ("shift by 0.3 sd", random => 0.3 + random.NextGaussian()),
        ("spread times 1.3", random => 1.3 * random.NextGaussian()),
        ("5 % far above", random => random.NextDouble() < 0.05 ? 4 : random.NextGaussian()),
    ];

    private static readonly (string Name, Func<double[], double[], bool> Alarms)[] Rules =
    [
        ("ours", (x, y) => KolmogorovGivenTies.Of(x, y) is { } test && test.PValue <= Level && test.Statistic >= Lifecycle.Monitor.LeastChange.OfValues),
        ("naive: PSI 0.2", (x, y) => QuantileBins.Of(x) is var bins && PopulationStability.Index(bins.CountsOf(x), bins.CountsOf(y)) >= 0.2),
        ("naive: Wasserstein 0.1 sd", (x, y) => Wasserstein.NormedSorted(x, y) >= 0.1),
        ("naive: Jensen-Shannon 0.1", (x, y) => QuantileBins.Of(x) is var bins && JensenShannon.Distance(bins.CountsOf(x), bins.CountsOf(y)) >= 0.1),
    ];

    public static void Run(int checks, int seed)
    {
        Console.WriteLine();
        Console.WriteLine(Invariant($"Found per 100 checks of as many rows on both sides; {Table.Count(checks)} checks a cell. What is found where nothing changed are false alarms; ours is promised {100 * Level:0.##} at most."));
        foreach (var rows in Sizes)
        {
            Console.Error.WriteLine($"power, {rows} rows …");
            Console.WriteLine();
            Table.Header([Invariant($"{rows} rows"), .. Rules.Select(rule => rule.Name)]);
            foreach (var (name, draw) in Changes) Table.Row([name, .. Found(draw, rows, checks, seed).Select(count => Invariant($"{100.0 * count / checks:0.#}"))]);
        }
    }

    private static int[] Found(Func<SeededRandom, double> draw, int rows, int checks, int seed)
    {
        var found = new int[Rules.Length];
        Parallel.For(0, checks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, check =>
        {
            SeededRandom random = new(Seeds.Derive(seed, Invariant($"power {rows}"), check));
            var (x, y) = (SortedSample.Of(Shape.Numbers[0].Sample(random, rows)), SortedSample.Of(new Shape("", draw).Sample(random, rows)));
            for (var rule = 0; rule < Rules.Length; rule++) if (Rules[rule].Alarms(x, y)) Interlocked.Increment(ref found[rule]);
        });
        return found;
    }
}
