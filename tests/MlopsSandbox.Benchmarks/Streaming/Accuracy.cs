using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Streaming;

/// <summary>False alarms of each drift detector where nothing changes, and its delay where much does: what its defaults cost and give.</summary>
internal static class Accuracy
{
    private const int Streams = 100, SteadyItems = 100_000, ItemsBefore = 2_000, ItemsAfter = 2_000;
    private static readonly double[] Rates = [0.01, 0.05, 0.2, 0.5];

    public static void Run()
    {
        Console.WriteLine($"Error streams, {Streams} of each kind. False alarms per 100,000 items at a steady error rate; items from a jump after {Table.Count(ItemsBefore)} to the first alarm.");
        Console.WriteLine();
        Table.Header(["", .. Rates.Select(rate => Invariant($"false alarms at {rate}")), "0.1 to 0.4: median", "largest", "found of those without an alarm before"]);
        foreach (var contestant in Contestant.All) Row(contestant);
    }

    private static void Row(Contestant contestant)
    {
        var falseAlarms = Rates.Select(rate => Enumerable.Range(0, Streams).Average(seed => Alarms(contestant.Create(), new SeededRandom(seed), rate)));
        var delays = Enumerable.Range(0, Streams).Select(seed => Delay(contestant.Create(), new SeededRandom(seed))).OfType<int>().Order().ToArray();
        var found = delays.Where(delay => delay <= ItemsAfter).ToArray();
        Table.Row(
        [
            contestant.Name, .. falseAlarms.Select(count => Invariant($"{count:0.##}")), found is [] ? "–" : Table.Count(found[found.Length / 2]), found is [] ? "–" : Table.Count(found[^1]),
            $"{found.Length} of {delays.Length}",
        ]);
    }

    private static int Alarms(IDriftDetector detector, SeededRandom random, double rate)
    {
        var alarms = 0;
        for (var i = 0; i < SteadyItems; i++) if (detector.Update(random.NextDouble() < rate ? 1 : 0) == DriftState.Drift) alarms++;
        return alarms;
    }

    /// <summary>Items until the jump is found, one more than there are where it is not; none where there was an alarm before it.</summary>
    private static int? Delay(IDriftDetector detector, SeededRandom random)
    {
        for (var i = 0; i < ItemsBefore; i++) if (detector.Update(random.NextDouble() < 0.1 ? 1 : 0) == DriftState.Drift) return null;
        for (var i = 1; i <= ItemsAfter; i++) if (detector.Update(random.NextDouble() < 0.4 ? 1 : 0) == DriftState.Drift) return i;
        return ItemsAfter + 1;
    }
}
