using System.Collections.Concurrent;
using Hangfire;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>The job of these tests. It tells what was run, in order, and whether one job ran in two workers at once.</summary>
public class Work
{
    private readonly ConcurrentDictionary<int, int> _running = [];
    private readonly BlockingCollection<int> _done = [];

    /// <summary>Numbers of the jobs that were run at the same time as themselves.</summary>
    public ConcurrentBag<int> RunTwiceAtOnce { get; } = [];

    public virtual void Do(int number)
    {
        if (!_running.TryAdd(number, number)) RunTwiceAtOnce.Add(number);
        Thread.Yield();
        _running.TryRemove(number, out _);
        _done.Add(number);
    }

    /// <summary>Waits for this many runs.</summary>
    public List<int> Runs(int count)
    {
        using var patience = new CancellationTokenSource(StorageOfATest.Patience);
        return [.. _done.GetConsumingEnumerable(patience.Token).Take(count)];
    }

    /// <summary>Runs that nobody has asked for.</summary>
    public int MoreRuns => _done.Count;

    /// <summary>A real Hangfire server whose jobs are this object's.</summary>
    public BackgroundJobServer Serve(JobStorage storage, int workers, params string[] queues) => new(new BackgroundJobServerOptions
    {
        WorkerCount = workers,
        Queues = queues.Length == 0 ? StorageOfATest.DefaultQueue : queues,
        Activator = new Always(this),
        SchedulePollingInterval = TimeSpan.FromMilliseconds(50),
        StopTimeout = TimeSpan.FromSeconds(5),
    }, storage);

    private sealed class Always(Work work) : JobActivator
    {
        public override object ActivateJob(Type jobType) => work;
    }
}
