using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

internal sealed class FaultyTransaction : JobStorageTransaction
{
    private readonly JobStorageConnection _connection;
    private readonly Fault _fault;
    private readonly JobStorageTransaction _sound;
    private bool _committed;

    public FaultyTransaction(JobStorageConnection connection, Fault fault)
    {
        _connection = connection;
        _fault = fault;
        _sound = Begin();
    }

    public override void Commit()
    {
        _committed = true;
        _sound.Commit();
    }

    public override void Dispose()
    {
        if (_fault == Fault.RollbackCommits && !_committed) _sound.Commit();
        _sound.Dispose();
        base.Dispose();
    }

    public override void ExpireJob(string jobId, TimeSpan expireIn) =>
        Do(transaction => transaction.ExpireJob(jobId, _fault == Fault.ExpiredJobStays ? expireIn + TimeSpan.FromDays(1) : expireIn));

    public override void PersistJob(string jobId) => Do(transaction =>
    {
        if (_fault == Fault.PersistedJobExpires) transaction.ExpireJob(jobId, TimeSpan.FromHours(1));
        else transaction.PersistJob(jobId);
    });

    public override void SetJobState(string jobId, IState state) => Do(transaction =>
    {
        if (_fault == Fault.StateNotMadeCurrent) transaction.AddJobState(jobId, state);
        else transaction.SetJobState(jobId, state);
    });

    public override void AddJobState(string jobId, IState state) => Do(transaction => transaction.AddJobState(jobId, state));

    public override void AddToQueue(string queue, string jobId) => Do(transaction => transaction.AddToQueue(queue, jobId));

    public override void RemoveFromQueue(IFetchedJob fetchedJob)
    {
        if (_fault != Fault.AcknowledgementInTransactionLost) Do(transaction => transaction.RemoveFromQueue(((FaultyFetchedJob)fetchedJob).Sound));
    }

    public override void IncrementCounter(string key) => Do(transaction =>
    {
        transaction.IncrementCounter(key);
        if (_fault == Fault.CounterOffByOne) transaction.IncrementCounter(key);
    });

    public override void IncrementCounter(string key, TimeSpan expireIn) => Do(transaction => transaction.IncrementCounter(key, expireIn));

    public override void DecrementCounter(string key) => Do(transaction => transaction.DecrementCounter(key));

    public override void DecrementCounter(string key, TimeSpan expireIn) => Do(transaction => transaction.DecrementCounter(key, expireIn));

    public override void AddToSet(string key, string value) => Do(transaction => transaction.AddToSet(key, value));

    public override void AddToSet(string key, string value, double score) =>
        Do(transaction => transaction.AddToSet(key, value, _fault == Fault.SetScoreIgnored ? 0 : score));

    public override void AddRangeToSet(string key, IList<string> items) => Do(transaction => transaction.AddRangeToSet(key, items));

    public override void RemoveFromSet(string key, string value) => Do(transaction => transaction.RemoveFromSet(key, value));

    public override void RemoveSet(string key) => Do(transaction => transaction.RemoveSet(key));

    public override void ExpireSet(string key, TimeSpan expireIn) => Do(transaction => transaction.ExpireSet(key, expireIn));

    public override void PersistSet(string key) => Do(transaction => transaction.PersistSet(key));

    public override void InsertToList(string key, string value) => Do(transaction => transaction.InsertToList(key, value));

    public override void RemoveFromList(string key, string value) => Do(transaction => transaction.RemoveFromList(key, value));

    public override void TrimList(string key, int keepStartingFrom, int keepEndingAt) =>
        Do(transaction => transaction.TrimList(key, keepStartingFrom, _fault == Fault.TrimKeepsOneMore ? keepEndingAt + 1 : keepEndingAt));

    public override void ExpireList(string key, TimeSpan expireIn) => Do(transaction => transaction.ExpireList(key, expireIn));

    public override void PersistList(string key) => Do(transaction => transaction.PersistList(key));

    public override void SetRangeInHash(string key, IEnumerable<KeyValuePair<string, string>> keyValuePairs) => Do(transaction =>
    {
        if (_fault == Fault.HashOverwrittenWhole) transaction.RemoveHash(key);
        transaction.SetRangeInHash(key, keyValuePairs);
    });

    public override void RemoveHash(string key) => Do(transaction => transaction.RemoveHash(key));

    public override void ExpireHash(string key, TimeSpan expireIn) => Do(transaction => transaction.ExpireHash(key, expireIn));

    public override void PersistHash(string key) => Do(transaction => transaction.PersistHash(key));

    public override void AcquireDistributedLock(string resource, TimeSpan timeout)
    {
        if (_fault == Fault.TransactionLockOutlivesCommit) _connection.AcquireDistributedLock(resource, timeout);
        _sound.AcquireDistributedLock(resource, timeout);
    }

    public override void SetJobParameter(string jobId, string name, string? value) => Do(transaction => transaction.SetJobParameter(jobId, name, value));

    public override string CreateJob(Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn) =>
        _fault == Fault.JobCreatedOutsideItsTransaction
            ? _connection.CreateExpiredJob(job, parameters, createdAt, expireIn)
            : _sound.CreateJob(job, parameters, createdAt, expireIn);

    private JobStorageTransaction Begin() => (JobStorageTransaction)_connection.CreateWriteTransaction();

    private void Do(Action<JobStorageTransaction> write)
    {
        if (_fault != Fault.CommitInPieces)
        {
            write(_sound);
            return;
        }
        using var piece = Begin();
        write(piece);
        piece.Commit();
    }
}
