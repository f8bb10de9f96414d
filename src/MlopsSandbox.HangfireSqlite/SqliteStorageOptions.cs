using static System.FormattableString;

namespace MlopsSandbox.HangfireSqlite;

/// <summary>How the storage behaves. Every default works.</summary>
public sealed record SqliteStorageOptions
{
    /// <summary>What a commit survives; by default the death of the process.</summary>
    public Durability Durability { get; init; } = Durability.Process;

    /// <summary>How often an idle server looks whether another process has written; 5 ms to 1 minute, by default 50 ms. A look costs microseconds.</summary>
    public TimeSpan QueuePollInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// How long a fetched job or a distributed lock stays its owner's after the last sign of life, where it can't be seen whether the owner
    /// still runs; 1 second to 1 day, by default 5 minutes. Signs of life are given five times in it.
    /// </summary>
    public TimeSpan SlidingInvisibilityTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often servers look for processes that died with fetched jobs; 50 ms to 1 hour, by default 1 second.</summary>
    public TimeSpan DeadProcessCheckInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often expired records are removed; 1 second to 1 day, by default 15 minutes.</summary>
    public TimeSpan JobExpirationCheckInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a statement waits for another process's write; 1 second to 10 minutes, by default 30 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What time it is for time-outs, expiry and delayed jobs; by default the system's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether a file beside the database, locked while the process lives, shows others that it lives; by default true. Turn off where
    /// processes share the database but not its file locks: then only <see cref="SlidingInvisibilityTimeout"/> counts. All processes on a
    /// file have to set it alike, as distributed locks are locked bytes of a file with it, and rows of the database without it.
    /// </summary>
    public bool UseProcessLockFiles { get; init; } = true;

    /// <summary>Everything wrong with these options at once, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. OutOfRange(nameof(QueuePollInterval), QueuePollInterval, TimeSpan.FromMilliseconds(5), TimeSpan.FromMinutes(1)),
        .. OutOfRange(nameof(SlidingInvisibilityTimeout), SlidingInvisibilityTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. OutOfRange(nameof(DeadProcessCheckInterval), DeadProcessCheckInterval, TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1)),
        .. OutOfRange(nameof(JobExpirationCheckInterval), JobExpirationCheckInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. OutOfRange(nameof(BusyTimeout), BusyTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
    ];

    private static IEnumerable<string> OutOfRange(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most) yield return Invariant($"{name} is {value}; expected {least} to {most}.");
    }
}
