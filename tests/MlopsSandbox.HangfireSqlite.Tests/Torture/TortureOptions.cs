namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>How hard a storage is tortured.</summary>
internal sealed record TortureOptions
{
    /// <summary>Jobs that are enqueued while the processes die.</summary>
    public int Jobs { get; init; } = 20_000;

    /// <summary>Worker processes at any time.</summary>
    public int Processes { get; init; } = 4;

    /// <summary>Worker threads of each.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Mean time between two kills; each pause is half of it to one and a half.</summary>
    public TimeSpan KillEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Decides who is killed when, and how long each job takes.</summary>
    public int Seed { get; init; } = 1;
}
