using System.Collections.Concurrent;
using System.Diagnostics;
using Hangfire;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>The job that does nothing but tell when it was started.</summary>
public static class NoOp
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly BlockingCollection<TimeSpan> Latencies = [];
    private static readonly ManualResetEventSlim AllRun = new();
    private static int _expected, _run;
    private static long _firstAt, _lastAt;

    /// <param name="enqueuedAt">The clock of <see cref="Stopwatch"/>, which all processes of a machine share, just before the enqueueing.</param>
    public static void Run(long enqueuedAt)
    {
        var now = Stopwatch.GetTimestamp();
        if (enqueuedAt != 0) Latencies.Add(Stopwatch.GetElapsedTime(enqueuedAt, now));
        var run = Interlocked.Increment(ref _run);
        if (run == 1) _firstAt = now;
        if (run != Volatile.Read(ref _expected)) return;
        _lastAt = now;
        AllRun.Set();
    }

    public static string Enqueue(this IBackgroundJobClient client, long enqueuedAt = 0) => client.Enqueue(() => Run(enqueuedAt));

    /// <summary>Starts counting anew.</summary>
    public static void Expect(int jobs)
    {
        AllRun.Reset();
        (_run, _expected) = (0, jobs);
        while (Latencies.TryTake(out _)) { }
    }

    /// <summary>Waits for the expected jobs; the time between the first and the last start.</summary>
    public static TimeSpan WaitForAll()
    {
        if (!AllRun.Wait(Patience)) throw new TimeoutException($"{_run} of {_expected} jobs ran in {Patience}.");
        return Stopwatch.GetElapsedTime(_firstAt, _lastAt);
    }

    /// <summary>How long the next job waited from just before its enqueueing to its start.</summary>
    public static TimeSpan NextLatency() => Latencies.TryTake(out var latency, Patience) ? latency : throw new TimeoutException($"No job was started in {Patience}.");
}
