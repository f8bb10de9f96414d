namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Who works on which execution.</summary>
internal sealed class Claims(Session session, DateTimeOffset now)
{
    /// <summary>Takes an execution of a run that is not paused, if it is queued in a run that goes on, or if whoever had it is dead or has not been heard of for too long.</summary>
    /// <returns>The lease; null when there is nothing to do: it has ended, or a living process works on it.</returns>
    public Lease? Take(ExecutionKey key, string owner, TimeSpan leaseTime, Func<string, bool> isAlive)
    {
        if (HolderOf(key) is not { IsHeldBack: false } holder) return null;
        bool isFree = holder.Status == ExecutionStatus.Queued
            || (holder.Status == ExecutionStatus.Running && (holder.Until < now || !isAlive(holder.Owner!)));
        if (!isFree) return null;
        Lease lease = new(key, owner, holder.Counter + 1);
        session.Execute($"""
            UPDATE stage_executions SET status = 'running', lease_owner = {owner}, lease_counter = {lease.Counter}, lease_until = {now + leaseTime},
                started_at = COALESCE(started_at, {now})
            WHERE run_id = {key.RunId} AND execution_id = {key.ExecutionId} AND ordinal = {key.Column} AND attempt = {key.Attempt}
            """);
        return lease;
    }

    /// <summary>True while the lease is the execution's newest and the execution is still wanted.</summary>
    public bool Holds(Lease lease) => HolderOf(lease.Key) is { Status: ExecutionStatus.Running } holder
        && holder.Owner == lease.Owner && holder.Counter == lease.Counter;

    /// <summary>Keeps a lease alive.</summary>
    /// <exception cref="LeaseLostException">It was lost.</exception>
    public void Renew(Lease lease, TimeSpan leaseTime)
    {
        Demand(lease);
        session.Execute($"""
            UPDATE stage_executions SET lease_until = {now + leaseTime}
            WHERE run_id = {lease.Key.RunId} AND execution_id = {lease.Key.ExecutionId} AND ordinal = {lease.Key.Column} AND attempt = {lease.Key.Attempt}
            """);
    }

    /// <summary>Gives an execution back unworked, if the lease is still good; its job is delivered again.</summary>
    public void Release(Lease lease)
    {
        if (!Holds(lease)) return;
        session.Execute($"""
            UPDATE stage_executions SET status = 'queued', lease_owner = NULL, lease_until = NULL
            WHERE run_id = {lease.Key.RunId} AND execution_id = {lease.Key.ExecutionId} AND ordinal = {lease.Key.Column} AND attempt = {lease.Key.Attempt}
            """);
    }

    /// <summary>Refuses a commit under a lease that was lost.</summary>
    /// <exception cref="LeaseLostException">It was.</exception>
    public void Demand(Lease lease)
    {
        if (!Holds(lease)) throw new LeaseLostException(lease.Key);
    }

    /// <summary>Running executions whose owner is dead or has not been heard of for too long.</summary>
    public IReadOnlyList<ExecutionKey> Abandoned(Func<string, bool> isAlive)
    {
        var running = session.Query($"SELECT * FROM stage_executions WHERE status = 'running' ORDER BY position", row => (
            Key: KeyOf(row), Owner: row.Text("lease_owner"), Until: row.Time("lease_until")));
        return [.. running.Where(one => one.Until < now || !isAlive(one.Owner)).Select(one => one.Key)];
    }

    private Holder? HolderOf(ExecutionKey key) => session.First($"""
        SELECT e.status, e.lease_owner, e.lease_counter, e.lease_until, r.status = 'paused' AS held_back
        FROM stage_executions e JOIN runs r ON r.id = e.run_id AND r.status IN ('running', 'paused')
        WHERE e.run_id = {key.RunId} AND e.execution_id = {key.ExecutionId} AND e.ordinal = {key.Column} AND e.attempt = {key.Attempt}
        """, row => new Holder(row.Word<ExecutionStatus>("status"), row.TextOrNull("lease_owner"), row.Whole("lease_counter"), row.TimeOrNull("lease_until"), row.Flag("held_back")));

    private static ExecutionKey KeyOf(Row row) => new(
        row.Text("run_id"), row.Text("execution_id"), row.Number("ordinal") is var ordinal and >= 0 ? ordinal : null, row.Number("attempt"));

    private sealed record Holder(ExecutionStatus Status, string? Owner, long Counter, DateTimeOffset? Until, bool IsHeldBack);
}
