namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>Whether a process that holds something still runs.</summary>
internal enum Standing
{
    Alive,
    Dead,
    /// <summary>Can't be seen from here: only time-outs count.</summary>
    Unknown,
}
