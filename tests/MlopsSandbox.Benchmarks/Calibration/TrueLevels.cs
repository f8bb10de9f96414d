using MathNet.Numerics.Distributions;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How often each test alarms where nothing has changed, by shape and size, and whether exact tests and permutations keep their promise.</summary>
internal static class TrueLevels
{
    private const double Confidence = 0.99;
    private static readonly double[] Levels = [0.05, 0.01];
    private static readonly (int Baseline, int Current)[] Sizes = [(20, 20), (50, 50), (200, 200), (1_000, 1_000), (5_000, 5_000), (1_000, 100)];

    /// <returns>True when every promise is kept.</returns>
    public static bool Run(int checks, int seed)
    {
        Console.WriteLine(Invariant($"Alarms per 100 checks at the levels 5 % and 1 %, nothing changed; {Table.Count(checks)} checks a cell, seed {seed}. *: cannot be, at the promised level (99 %, all cells together)."));
        var kept = Block(TwoSampleTest.OfNumbers, Shape.Numbers, checks, seed);
        kept &= Block(TwoSampleTest.OfCategories, Shape.Categories, checks, seed);
        return kept;
    }

    private static bool Block(IReadOnlyList<TwoSampleTest> tests, IReadOnlyList<Shape> shapes, int checks, int seed)
    {
        var cells = tests.Count * shapes.Count * Sizes.Length * Levels.Length;
        var kept = true;
        foreach (var shape in shapes)
        {
            Console.Error.WriteLine($"{shape.Name} …");
            var alarms = Sizes.Select(size => Count(tests, shape, size, checks, seed)).ToArray();
            Console.WriteLine();
            Table.Header([shape.Name, .. Sizes.Select(size => Invariant($"{size.Baseline}:{size.Current}"))]);
            for (var test = 0; test < tests.Count; test++)
                kept &= Row(tests[test], [.. alarms.Select(ofSize => ofSize[test])], checks, cells);
        }

        return kept;
    }

    private static bool Row(TwoSampleTest test, int[][] alarms, int checks, int cells)
    {
        var broken = alarms.Select(ofSize => ofSize.Where((count, level) => count >= 0 && Lowest(count, checks, (1 - Confidence) / cells) > Levels[level]).Any() && test.Promises).ToArray();
        Table.Row([test.Name, .. alarms.Select((ofSize, size) => ofSize[0] < 0 ? "–" : string.Join(" / ", ofSize.Select(count => Invariant($"{100.0 * count / checks:0.0#}"))) + (broken[size] ? " *" : ""))]);
        return !broken.Contains(true);
    }

    /// <summary>Alarms of each test at each level; −1 where it is not made.</summary>
    private static int[][] Count(IReadOnlyList<TwoSampleTest> tests, Shape shape, (int Baseline, int Current) size, int checks, int seed)
    {
        var total = tests.Select(test => Math.Max(size.Baseline, size.Current) > test.MostRows ? new[] { -1, -1 } : new int[Levels.Length]).ToArray();
        Parallel.For(0, checks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, check =>
        {
            SeededRandom random = new(Seeds.Derive(seed, Invariant($"{shape.Name} {size}"), check));
            var (x, y) = (SortedSample.Of(shape.Sample(random, size.Baseline)), SortedSample.Of(shape.Sample(random, size.Current)));
            for (var test = 0; test < tests.Count; test++)
            {
                if (total[test][0] < 0) continue;
                var p = tests[test].P(x, y, random);
                for (var level = 0; level < Levels.Length; level++) if (p <= Levels[level]) Interlocked.Increment(ref total[test][level]);
            }
        });
        return total;
    }

    /// <summary>Clopper and Pearson's lower end of the rate.</summary>
    private static double Lowest(int alarms, int checks, double risk) => alarms == 0 ? 0 : Beta.InvCDF(alarms, checks - alarms + 1, risk / 2);
}
