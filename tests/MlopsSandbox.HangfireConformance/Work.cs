using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Common;

namespace MlopsSandbox.HangfireConformance;

/// <summary>The job of the cases. It tells what was run, in order, and whether one job ran in two workers at once.</summary>
public class Work(TimeSpan patience)
{
    private readonly ConcurrentDictionary<int, int> _running = [];
    private readonly BlockingCollection<int> _done = [];
    private int _failures;

    /// <summary>The queue that is served where none is named.</summary>
    public static string[] DefaultQueue { get; } = ["default"];

    /// <summary>A job that can be told from others by its number.</summary>
    public static Job Numbered(int number) => Job.FromExpression<Work>(work => work.Do(number));

    /// <summary>Numbers of the jobs that were run at the same time as themselves.</summary>
    public ConcurrentBag<int> RunTwiceAtOnce { get; } = [];

    /// <summary>Tells that it ran.</summary>
    public void Do(int number)
    {
        if (!_running.TryAdd(number, number)) RunTwiceAtOnce.Add(number);
        Thread.Yield();
        _running.TryRemove(number, out _);
        _done.Add(number);
    }

    /// <summary>Fails as often as it was told, then tells that it ran.</summary>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [0])]
    public void FailThenDo(int number, int failures)
    {
        if (Interlocked.Increment(ref _failures) <= failures) throw new InvalidOperationException("not yet");
        Do(number);
    }

    /// <summary>Fails, and is tried no more.</summary>
    [AutomaticRetry(Attempts = 0)]
    public static void Fail() => throw new InvalidOperationException("never");

    /// <summary>Answers.</summary>
    public int DoubleOf(int number)
    {
        Do(number);
        return 2 * number;
    }

    /// <summary>Takes arguments of many kinds.</summary>
    public static void Take(string? text, int[] numbers, DateTime at, DayOfWeek? day, double share)
    {
        // Only its arguments matter.
    }

    /// <summary>Takes what can be written but not read back, as a type that was taken away from a newer program.</summary>
    public static void TakeUnreadable(IUnreadable unreadable)
    {
        // Only its argument matters.
    }

    /// <summary>A job that the storage can keep and nobody can load.</summary>
    public static Job Unreadable() => Job.FromExpression(() => TakeUnreadable(new Written()));

    /// <summary>Waits for this many runs.</summary>
    public List<int> Runs(int count)
    {
        using var inVain = new CancellationTokenSource(patience);
        return [.. _done.GetConsumingEnumerable(inVain.Token).Take(count)];
    }

    /// <summary>Runs that nobody has asked for.</summary>
    public int MoreRuns => _done.Count;

    /// <summary>Known only by its interface, so that JSON can't be read back into it.</summary>
    public interface IUnreadable;

    private sealed class Written : IUnreadable;
}
