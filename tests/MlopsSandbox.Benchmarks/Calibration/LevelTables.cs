using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How often the tests of one kind of sample alarm where nothing has changed, by shape and size.</summary>
internal sealed class LevelTables<TSample>(IReadOnlyList<SampleTest<TSample>> tests, IReadOnlyList<SampleShape<TSample>> shapes, SampleSizes[] equal, SampleSizes[] tenToOne)
{
    private readonly Dictionary<(string Shape, SampleSizes Size), LevelCell[]> _cells = [];

    /// <summary>Intervals that are to hold together: two ends for each exact test, shape, size and level.</summary>
    public int Judged => 2 * tests.Count(test => test.Kind == LevelKind.Exact) * shapes.Count * (equal.Length + tenToOne.Length) * LevelCount.Nominal.Length;

    /// <summary>Makes all checks.</summary>
    public void Measure(int checks, int seed)
    {
        foreach (var shape in shapes)
        {
            foreach (var size in (SampleSizes[])[.. equal, .. tenToOne])
            {
                Console.Error.WriteLine($"{shape.Name}, {size} …");
                _cells[(shape.Name, size)] = LevelCount.Of(tests, shape, size, checks, seed);
            }
        }
    }

    /// <summary>What breaks a promise, in words; empty when all are kept.</summary>
    public IEnumerable<string> Broken(int cells) =>
        from shape in shapes
        from size in (SampleSizes[])[.. equal, .. tenToOne]
        from test in Enumerable.Range(0, tests.Count)
        from level in Enumerable.Range(0, LevelCount.Nominal.Length)
        let cell = _cells[(shape.Name, size)][test]
        where tests[test].Kind == LevelKind.Exact && !cell.MayKeep(level, LevelCount.Nominal[level], cells)
        select Invariant($"{tests[test].Name}, {shape.Name}, {size}: {100 * cell.Rate(level):0.0#} of 100 at {LevelCount.Nominal[level]:P0}");

    /// <summary>Prints from which size on each asymptotic test keeps its level within a fifth.</summary>
    public void PrintLeast()
    {
        foreach (var (sizes, what) in new[] { (equal, "equal sizes"), (tenToOne, "ten times the window's rows in the baseline") })
        {
            Console.WriteLine();
            Table.Header([$"least rows of the window, {what}", .. shapes.Select(shape => shape.Name)]);
            for (var test = 0; test < tests.Count; test++)
            {
                if (tests[test].Kind != LevelKind.Limit) continue;
                Table.Row([tests[test].Name, .. shapes.Select(shape => LeastRows.Text(sizes, [.. sizes.Select(size => _cells[(shape.Name, size)][test])]))]);
            }
        }
    }

    /// <summary>Prints the rates, a table for each shape.</summary>
    public void PrintRates(int cells)
    {
        foreach (var shape in shapes)
        {
            SampleSizes[] sizes = [.. equal, .. tenToOne];
            Console.WriteLine();
            Table.Header([shape.Name, .. sizes.Select(size => size.ToString())]);
            for (var test = 0; test < tests.Count; test++) Table.Row([tests[test].Name, .. sizes.Select(size => Rate(test, _cells[(shape.Name, size)], cells))]);
        }
    }

    private string Rate(int test, LevelCell[] ofTests, int cells)
    {
        var (cell, most) = (ofTests[test], ofTests.Max(one => one.Checks));
        if (cell.Checks == 0) return "–";
        var rates = string.Join(" / ", Enumerable.Range(0, LevelCount.Nominal.Length).Select(level => Invariant($"{100 * cell.Rate(level):0.0#}")));
        var isBroken = tests[test].Kind == LevelKind.Exact && !Enumerable.Range(0, LevelCount.Nominal.Length).All(level => cell.MayKeep(level, LevelCount.Nominal[level], cells));
        return rates + (cell.Checks < 0.9 * most ? "°" : "") + (isBroken ? " *" : "");
    }
}
