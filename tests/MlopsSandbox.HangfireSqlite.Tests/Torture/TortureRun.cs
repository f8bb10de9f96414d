using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Hangfire;

namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>Real processes on one file, killed at random and restarted at once, until all jobs are done.</summary>
internal sealed class TortureRun : IDisposable
{
    private readonly TortureOptions _options;
    private readonly Random _random;
    private readonly TestDatabase _database = new();
    private readonly SqliteStorage _storage;
    private readonly ChildProcess[] _processes;
    private readonly List<Kill> _kills = [];
    private readonly ConcurrentBag<string> _enqueued = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _started;

    private TortureRun(TortureOptions options)
    {
        _options = options;
        _random = new Random(options.Seed);
        _storage = _database.Open();
        _processes = [.. Enumerable.Range(0, options.Processes).Select(_ => StartWorker())];
    }

    /// <summary>Runs to the end and judges. Nothing is left behind.</summary>
    public static TortureResult Of(TortureOptions options)
    {
        using var run = new TortureRun(options);
        return run.ToItsEnd();
    }

    public void Dispose()
    {
        foreach (var process in _processes) process.Dispose();
        _database.Dispose();
    }

    private TortureResult ToItsEnd()
    {
        var enqueueing = Task.Run(Enqueue);
        var patience = TimeSpan.FromMinutes(2) + _options.Jobs * TimeSpan.FromMilliseconds(20);
        while (!(enqueueing.IsCompleted && Succeeded() >= _options.Jobs) && _clock.Elapsed < patience)
        {
            if (WaitForNextKill()) KillOne();
        }
        enqueueing.GetAwaiter().GetResult();
        var exits = _processes.Select(process => process.End()).ToList();
        var executions = ExecutionLog.ReadAll(_database.Folder);
        return new TortureResult
        {
            Jobs = _enqueued.Count,
            Kills = _kills.Count,
            Reruns = executions.Count - executions.DistinctBy(execution => execution.Job).Count(),
            Elapsed = _clock.Elapsed,
            Problems = [.. Verdict.Problems([.. _enqueued], executions, _kills), .. ProblemsOfTheStorage(exits)],
        };
    }

    private void Enqueue()
    {
        var client = new BackgroundJobClient(_storage);
        var random = new Random(_options.Seed);
        var durations = Enumerable.Range(0, _options.Jobs).Select(_ => Duration(random)).ToList();
        Parallel.ForEach(durations, new ParallelOptions { MaxDegreeOfParallelism = 2 },
            milliseconds => _enqueued.Add(client.Enqueue<TortureWorker>(worker => worker.Do(milliseconds, null!))));
    }

    // Most are over at once; some take long enough to be broken off.
    private static int Duration(Random random) => random.Next(100) switch
    {
        0 => 200,
        < 10 => 10,
        _ => 0,
    };

    private long Succeeded() => _storage.GetMonitoringApi().GetStatistics().Succeeded;

    /// <summary>False when all jobs were done before the next kill was due.</summary>
    private bool WaitForNextKill()
    {
        var due = _clock.Elapsed + _options.KillEvery * (0.5 + _random.NextDouble());
        while (_clock.Elapsed < due)
        {
            if (_enqueued.Count == _options.Jobs && Succeeded() >= _options.Jobs) return false;
            Thread.Sleep(50);
        }
        return true;
    }

    private void KillOne()
    {
        ref var victim = ref _processes[_random.Next(_processes.Length)];
        _kills.Add(new Kill(victim.Number, Stopwatch.GetTimestamp()));
        victim.Kill();
        victim.Dispose();
        victim = StartWorker();
    }

    private ChildProcess StartWorker()
    {
        var number = ++_started;
        return new ChildProcess(number, TortureWorker.Word, _database.File, _database.Folder,
            number.ToString(CultureInfo.InvariantCulture), _options.Workers.ToString(CultureInfo.InvariantCulture));
    }

    private IEnumerable<string> ProblemsOfTheStorage(List<int> exits)
    {
        var statistics = _storage.GetMonitoringApi().GetStatistics();
        var counted = (statistics.Succeeded, statistics.Enqueued, statistics.Processing, statistics.Failed, statistics.Scheduled, statistics.Deleted);
        if (counted != (_enqueued.Count, 0, 0, 0, 0, 0))
            yield return $"The storage counts (succeeded, enqueued, processing, failed, scheduled, deleted) = {counted}; expected all {_enqueued.Count} succeeded.";
        if (_storage.GetMonitoringApi().FetchedCount("default") is var fetched and not 0) yield return $"{fetched} entries are still fetched.";
        foreach (var exit in exits.Where(code => code != 0)) yield return $"A worker process that was told to end did so with {exit}.";
        foreach (var problem in _storage.CheckIntegrity()) yield return problem;
    }
}
