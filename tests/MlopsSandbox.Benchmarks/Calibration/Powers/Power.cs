using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>What is found of known changes, by the default check at the level of one of 20 features, and by the fixed thresholds that others ship.</summary>
internal static class Power
{
    /// <summary>A report's budget of 5 %, over 20 features.</summary>
    public const double Level = 0.05 / 20;

    public static void Run(int checks, int seed)
    {
        Console.WriteLine();
        Console.WriteLine("## Power");
        Console.WriteLine();
        Console.WriteLine(Invariant($"Found per 100 checks of as many rows on both sides; {Table.Count(checks)} checks a cell. What is found where nothing changed (none) are false alarms: ours is promised {100 * Level:0.##} at most."));
        foreach (var table in NumberChanges.All) Print(table, NumberChanges.Rules, checks, seed);
        foreach (var table in CategoryChanges.All) Print(table, CategoryChanges.Rules, checks, seed);
        var slow = Math.Max(1, checks / 5);
        Console.WriteLine();
        Console.WriteLine(Invariant($"Of three features together, at the level 1 %; {Table.Count(slow)} checks a cell. KS: the least p of three, times three."));
        Print(JointChanges.All, JointChanges.Rules, slow, seed);
    }

    private static void Print<TSample>(ChangeTable<TSample> table, IReadOnlyList<AlarmRule<TSample>> rules, int checks, int seed)
    {
        Console.Error.WriteLine($"power, {table.Name} …");
        Console.WriteLine();
        Table.Header([table.Name, "rows", .. rules.Select(rule => rule.Name)]);
        foreach (var (change, draw) in table.Changes)
            foreach (var rows in table.Rows)
                Table.Row([change, Table.Count(rows), .. Found(table, change, draw, rows, rules, checks, seed).Select(count => Invariant($"{100.0 * count / checks:0.#}"))]);
    }

    private static int[] Found<TSample>(
        ChangeTable<TSample> table, string change, Func<SeededRandom, int, TSample> draw, int rows, IReadOnlyList<AlarmRule<TSample>> rules, int checks, int seed)
    {
        var found = new int[rules.Count];
        Parallel.For(0, checks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, check =>
        {
            SeededRandom random = new(Seeds.Derive(seed, Invariant($"power {table.Name} {change} {rows}"), check));
            var (x, y) = (table.Before(random, rows), draw(random, rows));
            for (var rule = 0; rule < rules.Count; rule++) if (rules[rule].Alarms(x, y, random)) Interlocked.Increment(ref found[rule]);
        });
        return found;
    }
}

/// <summary>What says of two samples whether there is a change.</summary>
internal sealed record AlarmRule<TSample>(string Name, Func<TSample, TSample, SeededRandom, bool> Alarms);

/// <summary>Changes of one distribution, to be found among so many rows.</summary>
internal sealed record ChangeTable<TSample>(string Name, int[] Rows, Func<SeededRandom, int, TSample> Before, IReadOnlyList<(string Name, Func<SeededRandom, int, TSample> Draw)> Changes);
