using System.Globalization;
using Hangfire.Common;
using Hangfire.States;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Transaction;

internal sealed partial class SqliteWriteTransaction
{
    private NewJob? _created;
    private StateChange? _changed;

    /// <summary>The id is taken at once, so that it can be used before the commit; dropped, it stays unused.</summary>
    public override string CreateJob(Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn)
    {
        var created = _created = NewJob.Of(storage.JobIds.Next, job, parameters, createdAt, expireIn);
        _writes.Add(session => JobRecords.Insert(session, created));
        return created.Id.ToString(CultureInfo.InvariantCulture);
    }

    public override void ExpireJob(string jobId, TimeSpan expireIn) => Expire(Number(jobId), After(expireIn));

    public override void PersistJob(string jobId) => Expire(Number(jobId), at: null);

    /// <summary>A job that this transaction makes is inserted with the end that it shall have, and a state sets it with itself: one write less.</summary>
    private void Expire(long id, long? at)
    {
        if (_created?.Id == id) _created.ExpireAt = at;
        else if (_changed?.JobId == id) _changed.MoveEnd(at);
        else Add("UPDATE Job SET ExpireAt = ?2 WHERE Id = ?1", id, at);
    }

    public override void SetJobState(string jobId, IState state)
    {
        var changed = _changed = new StateChange(Number(jobId), NewState.Of(state, Now));
        _writes.Add(session => JobRecords.SetState(session, changed));
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

    private void Count(string key, int by, long? expireAt)
    {
        ArgumentNullException.ThrowIfNull(key);
        _writes.Add(session => CounterRecords.Add(session, key, by, expireAt));
    }
}
