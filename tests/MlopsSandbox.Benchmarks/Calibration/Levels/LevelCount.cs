using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Makes checks where nothing has changed, and counts alarms.</summary>
internal static class LevelCount
{
    /// <summary>The levels at which alarms are counted.</summary>
    public static double[] Nominal { get; } = [0.05, 0.01];

    /// <summary>One cell for each test. The same seed gives the same counts, however many threads there are.</summary>
    public static LevelCell[] Of<TSample>(IReadOnlyList<SampleTest<TSample>> tests, SampleShape<TSample> shape, SampleSizes size, int checks, int seed)
    {
        var total = Cells(tests.Count);
        Parallel.For(0, checks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => Cells(tests.Count), (check, _, cells) =>
        {
            SeededRandom random = new(Seeds.Derive(seed, $"{shape.Name} {size}", check));
            var (x, y) = (shape.Draw(random, size.Baseline), shape.Draw(random, size.Current));
            for (var test = 0; test < tests.Count; test++)
                if (check < tests[test].ChecksOf(size, checks)) cells[test].Add(tests[test], x, y, tests[test].P(x, y, random), Nominal);
            return cells;
        }, cells =>
        {
            lock (total) for (var test = 0; test < total.Length; test++) total[test].Add(cells[test]);
        });
        return total;
    }

    private static LevelCell[] Cells(int tests) => [.. Enumerable.Range(0, tests).Select(_ => new LevelCell(Nominal.Length))];
}
