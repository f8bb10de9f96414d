namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A job's new current state, and with it a new end of the job: Hangfire gives each state one, and one statement makes both.</summary>
internal sealed class StateChange(long jobId, NewState state)
{
    public long JobId => jobId;
    public NewState State => state;

    /// <summary>Whether the end of the job changes too.</summary>
    public bool MovesEnd { get; private set; }

    /// <summary>When the job may be removed; null: not yet.</summary>
    public long? ExpireAt { get; private set; }

    public void MoveEnd(long? at) => (MovesEnd, ExpireAt) = (true, at);
}
