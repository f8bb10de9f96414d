using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

internal sealed class FaultyConnection(JobStorageConnection sound, Fault fault) : JobStorageConnection
{
    public override IWriteOnlyTransaction CreateWriteTransaction() => new FaultyTransaction(sound, fault);

    public override IDisposable AcquireDistributedLock(string resource, TimeSpan timeout)
    {
        if (fault != Fault.LockThatTwoCanHold) return fault == Fault.LockNeverFreed ? KeepForGood(resource,
            timeout) : sound.AcquireDistributedLock(resource, timeout);
        using var brief = sound.AcquireDistributedLock(resource, timeout);
        return new CancellationTokenSource();
    }

    public override string CreateExpiredJob(Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn) =>
        sound.CreateExpiredJob(job, fault == Fault.ParameterLost ? parameters?.Skip(1).ToDictionary()! : parameters, createdAt, expireIn);

    public override IFetchedJob FetchNextJob(string[] queues, CancellationToken cancellationToken)
    {
        if (fault == Fault.QueuesInWrongOrder && queues is not null) queues = [.. queues.Reverse()];
        var fetched = sound.FetchNextJob(queues, cancellationToken);
        if (fault == Fault.FetchedTwice) fetched = GiveTwice(fetched, queues!);
        if (fault == Fault.QueueLastInFirstOut) fetched = LastOf(fetched, queues!);
        return new FaultyFetchedJob(fetched, fault);
    }

    public override void SetJobParameter(string id, string name, string value) => sound.SetJobParameter(id, name, value);

    public override string GetJobParameter(string id, string name) => sound.GetJobParameter(id, name);

    public override JobData GetJobData(string jobId) => sound.GetJobData(jobId);

    public override StateData GetStateData(string jobId) => sound.GetStateData(jobId);

    public override void AnnounceServer(string serverId, ServerContext context) => sound.AnnounceServer(serverId, context);

    public override void RemoveServer(string serverId) => sound.RemoveServer(serverId);

    public override void Heartbeat(string serverId)
    {
        try
        {
            sound.Heartbeat(serverId);
        }
        catch (BackgroundServerGoneException) when (fault == Fault.GoneServerLives)
        {
            // The fault.
        }
    }

    public override int RemoveTimedOutServers(TimeSpan timeOut) =>
        sound.RemoveTimedOutServers(fault == Fault.SilentServerStays && timeOut > TimeSpan.Zero ? TimeSpan.FromDays(1) : timeOut);

    public override HashSet<string> GetAllItemsFromSet(string key) => sound.GetAllItemsFromSet(key);

    public override string GetFirstByLowestScoreFromSet(string key, double fromScore, double toScore) =>
        sound.GetFirstByLowestScoreFromSet(key, fromScore, UpperBound(fromScore, toScore));

    public override List<string> GetFirstByLowestScoreFromSet(string key, double fromScore, double toScore, int count) =>
        sound.GetFirstByLowestScoreFromSet(key, fromScore, UpperBound(fromScore, toScore), count);

    public override long GetSetCount(string key) => sound.GetSetCount(key);

    public override long GetSetCount(IEnumerable<string> keys, int limit) => sound.GetSetCount(keys, limit);

    public override bool GetSetContains(string key, string value) => sound.GetSetContains(key, value);

    public override List<string> GetRangeFromSet(string key, int startingFrom, int endingAt) =>
        sound.GetRangeFromSet(key, startingFrom, fault == Fault.SetRangeWithoutItsEnd && endingAt > startingFrom ? endingAt - 1 : endingAt);

    public override TimeSpan GetSetTtl(string key)
    {
        var sure = sound.GetSetTtl(key);
        return fault == Fault.TimeToLiveForgotten ? TimeSpan.FromSeconds(-1) : sure;
    }

    public override void SetRangeInHash(string key, IEnumerable<KeyValuePair<string, string>> keyValuePairs) => sound.SetRangeInHash(key, keyValuePairs);

    public override Dictionary<string, string> GetAllEntriesFromHash(string key) => sound.GetAllEntriesFromHash(key);

    public override string GetValueFromHash(string key, string name) => sound.GetValueFromHash(key, name);

    public override long GetHashCount(string key) => sound.GetHashCount(key);

    public override TimeSpan GetHashTtl(string key) => sound.GetHashTtl(key);

    public override long GetListCount(string key) => sound.GetListCount(key);

    public override List<string> GetAllItemsFromList(string key)
    {
        var items = sound.GetAllItemsFromList(key);
        if (fault == Fault.ListOldestFirst) items.Reverse();
        return items;
    }

    public override List<string> GetRangeFromList(string key, int startingFrom, int endingAt) => sound.GetRangeFromList(key, startingFrom, endingAt);

    public override TimeSpan GetListTtl(string key) => sound.GetListTtl(key);

    public override long GetCounter(string key) => sound.GetCounter(key);

    public override DateTime GetUtcDateTime() => fault == Fault.ClockAnHourAhead ? sound.GetUtcDateTime().AddHours(1) : sound.GetUtcDateTime();

    public override void Dispose()
    {
        if (fault != Fault.LockNeverFreed) sound.Dispose();
        base.Dispose();
    }

    private CancellationTokenSource KeepForGood(string resource, TimeSpan timeout)
    {
        sound.AcquireDistributedLock(resource, timeout);
        return new CancellationTokenSource();
    }

    private double UpperBound(double fromScore, double toScore) =>
        fault == Fault.LowestScoreWithoutUpperBound && toScore >= fromScore ? double.MaxValue : toScore;

    /// <summary>Puts a copy back, for the next one who asks.</summary>
    private IFetchedJob GiveTwice(IFetchedJob fetched, string[] queues)
    {
        using var transaction = sound.CreateWriteTransaction();
        transaction.AddToQueue(queues[0], fetched.JobId);
        transaction.Commit();
        return fetched;
    }

    /// <summary>Takes all that wait, and gives all but the last back.</summary>
    private IFetchedJob LastOf(IFetchedJob first, string[] queues)
    {
        var taken = new Stack<IFetchedJob>([first]);
        try
        {
            while (true)
            {
                using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
                taken.Push(sound.FetchNextJob(queues, brief.Token));
            }
        }
        catch (OperationCanceledException)
        {
            var last = taken.Pop();
            foreach (var other in taken) other.Requeue();
            return last;
        }
    }
}
