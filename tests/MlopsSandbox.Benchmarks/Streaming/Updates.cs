using System.Diagnostics;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Streaming;

/// <summary>Updates a second of each drift detector on one thread, over streams of errors with and without changes, and what an update allocates.</summary>
internal static class Updates
{
    private const int Items = 1_000_000;
    private const int Passes = 10;

    public static void Run(int rounds)
    {
        Machine.UseTwoCores();
        var steady = Errors(_ => 0.2);
        var changing = Errors(i => i / 20_000 % 2 == 0 ? 0.1 : 0.3);
        Console.WriteLine($"{Machine.Name}; {Table.Count(Items * Passes)} updates, one thread, best of {rounds} rounds");
        Console.WriteLine();
        Table.Header("", "updates/s, steady", "ns", "updates/s, a change each 20,000", "ns", "target", "bytes an update");
        foreach (var contestant in Contestant.All) Row(contestant, steady, changing, rounds);
    }

    private static void Row(Contestant contestant, double[] steady, double[] changing, int rounds)
    {
        var (onSteady, bytes) = Measure(contestant, steady, rounds);
        var (onChanging, bytesOnChanging) = Measure(contestant, changing, rounds);
        var target = contestant.Target == 0 ? "–" : Table.Count(contestant.Target);
        Table.Row(contestant.Name, Table.Count(onSteady), Nanoseconds(onSteady), Table.Count(onChanging), Nanoseconds(onChanging), target, Table.Count(Math.Max(bytes, bytesOnChanging)));
    }

    private static (double PerSecond, double Bytes) Measure(Contestant contestant, double[] stream, int rounds)
    {
        var passes = contestant.Target == 0 ? 1 : Passes;
        var detector = contestant.Create();
        Walk(detector, stream, passes);     // Compiles, and fills windows.
        var best = 0.0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            Walk(detector, stream, passes);
            best = Math.Max(best, (double)passes * stream.Length / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var updates = (double)rounds * passes * stream.Length;
        return (best, Math.Round((GC.GetAllocatedBytesForCurrentThread() - before) / updates, 3));
    }

    /// <summary>As a caller has it who knows only that it is a detector.</summary>
    private static int Walk(IDriftDetector detector, double[] stream, int passes)
    {
        var drifts = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var value in stream)
                if (detector.Update(value) == DriftState.Drift) drifts++;
        }

        return drifts;
    }

    private static double[] Errors(Func<int, double> rate)
    {
        var random = new SeededRandom(1);
        var errors = new double[Items];
        for (var i = 0; i < Items; i++) errors[i] = random.NextDouble() < rate(i) ? 1 : 0;
        return errors;
    }

    private static string Nanoseconds(double perSecond) => Invariant($"{1e9 / perSecond:0.0}");
}
