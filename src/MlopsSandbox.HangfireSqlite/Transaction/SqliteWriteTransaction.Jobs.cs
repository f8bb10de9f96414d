using System.Globalization;
using Hangfire.Common;
using Hangfire.States;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Transaction;

internal sealed partial class SqliteWriteTransaction
{
    /// <summary>The id is taken at once, in a small write of its own, so that it can be used before the commit; dropped, it stays unused.</summary>
    public override string CreateJob(Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn)
    {
        var created = NewJob.Of(job, parameters, createdAt, expireIn);
        created = created with { Id = storage.Database.Write(JobRecords.ReserveId) };
        _writes.Add(session => JobRecords.Insert(session, created));
        return created.Id.Value.ToString(CultureInfo.InvariantCulture);
    }

    public override void ExpireJob(string jobId, TimeSpan expireIn) => Add("UPDATE Job SET ExpireAt = ?2 WHERE Id = ?1", Number(jobId), After(expireIn));

    public override void PersistJob(string jobId) => Add("UPDATE Job SET ExpireAt = NULL WHERE Id = ?1", Number(jobId));

    public override void SetJobState(string jobId, IState state)
    {
        var (number, created) = (Number(jobId), NewState.Of(state, Now));
        _writes.Add(session => JobRecords.SetState(session, number, created));
    }

    public override void AddJobState(string jobId, IState state)
    {
        var (number, created) = (Number(jobId), NewState.Of(state, Now));
        _writes.Add(session => JobRecords.AddState(session, number, created));
    }

    public override void SetJobParameter(string jobId, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var number = Number(jobId);
        _writes.Add(session => JobRecords.SetParameter(session, number, name, value));
    }

    public override void IncrementCounter(string key) => Count(key, +1, expireAt: null);

    public override void IncrementCounter(string key, TimeSpan expireIn) => Count(key, +1, After(expireIn));

    public override void DecrementCounter(string key) => Count(key, -1, expireAt: null);

    public override void DecrementCounter(string key, TimeSpan expireIn) => Count(key, -1, After(expireIn));

    /// <summary>SQLite has one writer at a time, so that a counter needs no shards that are summed up later.</summary>
    private void Count(string key, int by, long? expireAt) => Add("""
        INSERT INTO Counter ("Key", Value, ExpireAt) VALUES (?1, ?2, ?3)
        ON CONFLICT ("Key") DO UPDATE SET Value = Value + excluded.Value, ExpireAt = coalesce(excluded.ExpireAt, ExpireAt)
        """, Given(key), by, expireAt);
}
