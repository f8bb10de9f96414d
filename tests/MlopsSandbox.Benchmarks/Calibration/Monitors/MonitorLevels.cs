using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How often the monitors of decisions and traffic alarm where nothing has changed, at the small levels that a report's budget leaves them.</summary>
internal static class MonitorLevels
{
    private static readonly double[] Levels = [0.01, 0.001, 0.0001];

    /// <returns>True when none alarms more than a fifth above its level (99 % interval, all cells together).</returns>
    public static bool Run(int checks, int seed)
    {
        IReadOnlyList<MonitorCase> cases = [.. BiasCases.All, .. ConceptDriftCases.All, .. EstimatedCostCases.All, .. TrafficCases.All];
        Console.WriteLine();
        Console.WriteLine("## Monitors");
        Console.WriteLine();
        Console.WriteLine("Alarms where nothing has changed, as a multiple of those promised, at the level of one finding. *: more than a fifth too many (99 % interval, all cells together).");
        Console.WriteLine();
        Table.Header(["monitor", "conditions", "checks", .. Levels.Select(level => Invariant($"level {level}"))]);
        var kept = true;
        foreach (var one in cases)
        {
            Console.Error.WriteLine($"{one.Monitor}, {one.Conditions} …");
            var alarms = Count(one, one.Checks * checks, seed);
            bool[] broken = [.. alarms.Select((count, level) => one.IsPromised && !LevelJudge.MayKeep(Levels[level] * (1 + LeastRows.Fifth), count, one.Checks * checks, cases.Count * Levels.Length))];
            kept &= !broken.Contains(true);
            Table.Row([one.Monitor, one.Conditions, Table.Count(one.Checks * checks), .. alarms.Select((count, level) => Invariant($"{count / (one.Checks * checks * Levels[level]):0.00}{(broken[level] ? " *" : "")}"))]);
        }

        return kept;
    }

    private static int[] Count(MonitorCase one, int checks, int seed)
    {
        var alarms = new int[Levels.Length];
        Parallel.For(0, checks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, check =>
        {
            var found = one.Alarms(new SeededRandom(Seeds.Derive(seed, $"{one.Monitor} {one.Conditions}", check)), Levels);
            for (var level = 0; level < found.Length; level++) if (found[level]) Interlocked.Increment(ref alarms[level]);
        });
        return alarms;
    }
}
