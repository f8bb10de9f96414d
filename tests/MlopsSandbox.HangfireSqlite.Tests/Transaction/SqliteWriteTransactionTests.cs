using Hangfire.States;
using Microsoft.Extensions.Time.Testing;

namespace MlopsSandbox.HangfireSqlite.Tests.Transaction;

public sealed class SqliteWriteTransactionTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly SqliteStorage _storage;

    public SqliteWriteTransactionTests() => _storage = _database.Open(new SqliteStorageOptions { TimeProvider = _time });

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Dispose_NotCommitted_NothingWritten()
    {
        using (var connection = _storage.GetConnection())
        using (var transaction = connection.CreateWriteTransaction())
        {
            transaction.AddToSet("names", "ann");
        }
        Assert.Equal(0, _storage.Read(connection => connection.GetSetCount("names")));
    }

    [Fact]
    public void Commit_OneWriteFails_NoneIsKept()
    {
        Assert.ThrowsAny<Exception>(() => _storage.Write(transaction =>
        {
            transaction.AddToSet("names", "ann");
            transaction.SetRangeInHash("broken", [KeyValuePair.Create<string, string>(null!, "field is null")]);
        }));
        Assert.Equal(0, _storage.Read(connection => connection.GetSetCount("names")));
        _storage.Write(transaction => transaction.AddToSet("names", "bob"));
        Assert.Equal(1, _storage.Read(connection => connection.GetSetCount("names")));
    }

    [Fact]
    public void Counters_CountUpAndDown()
    {
        _storage.Write(transaction =>
        {
            transaction.IncrementCounter("rows");
            transaction.IncrementCounter("rows", TimeSpan.FromHours(1));
            transaction.IncrementCounter("rows");
            transaction.DecrementCounter("rows");
        });
        Assert.Equal(2, _storage.Read(connection => connection.GetCounter("rows")));
        Assert.Equal(0, _storage.Read(connection => connection.GetCounter("none")));
    }

    [Fact]
    public void Counters_ManyIncrements_OneRow()
    {
        for (var i = 0; i < 100; i++) _storage.Write(transaction => transaction.IncrementCounter("rows", TimeSpan.FromHours(1)));
        Assert.Equal((1, 100), _storage.Database.Read(session => (session.Scalar<long>("SELECT count(*) FROM Counter"), session.Scalar<long>("SELECT Value FROM Counter"))));
    }

    [Fact]
    public void Sets_AreOrderedByScore()
    {
        _storage.Write(transaction =>
        {
            transaction.AddToSet("due", "late", 30);
            transaction.AddToSet("due", "early", 10);
            transaction.AddToSet("due", "moved", 99);
            transaction.AddToSet("due", "moved", 20);
        });
        using var connection = (Hangfire.Storage.JobStorageConnection)_storage.GetConnection();
        Assert.Equal(["early", "moved", "late"], connection.GetRangeFromSet("due", 0, 9));
        Assert.Equal(["moved"], connection.GetRangeFromSet("due", 1, 1));
        Assert.Equal("early", connection.GetFirstByLowestScoreFromSet("due", 0, 50));
        Assert.Equal(["moved", "late"], connection.GetFirstByLowestScoreFromSet("due", 15, 50, count: 5));
        Assert.Null(connection.GetFirstByLowestScoreFromSet("due", 31, 50));
        Assert.Equal(2, connection.GetSetCount(["due", "none"], limit: 2));
        Assert.True(connection.GetSetContains("due", "late"));
        Assert.False(connection.GetSetContains("due", "never"));
        Assert.Equal(TimeSpan.FromSeconds(-1), connection.GetSetTtl("due"));
    }

    [Fact]
    public void Lists_NewestFirst_TrimmedFromZero()
    {
        _storage.Write(transaction =>
        {
            foreach (var item in (string[])["a", "b", "c", "d", "b"]) transaction.InsertToList("log", item);
        });
        Assert.Equal(["b", "d", "c", "b", "a"], _storage.Read(connection => connection.GetAllItemsFromList("log")));
        Assert.Equal(["d", "c"], _storage.Read(connection => connection.GetRangeFromList("log", 1, 2)));
        _storage.Write(transaction => transaction.TrimList("log", 1, 3));
        Assert.Equal(["d", "c", "b"], _storage.Read(connection => connection.GetAllItemsFromList("log")));
        _storage.Write(transaction => transaction.RemoveFromList("log", "b"));
        Assert.Equal(2, _storage.Read(connection => connection.GetListCount("log")));
    }

    [Fact]
    public void Hashes_SetAndOverwrite()
    {
        Assert.Null(_storage.Read(connection => connection.GetAllEntriesFromHash("job")));
        _storage.Write(transaction => transaction.SetRangeInHash("job", new Dictionary<string, string> { ["Cron"] = "* * * * *", ["Queue"] = "default" }));
        _storage.Write(transaction => transaction.SetRangeInHash("job", new Dictionary<string, string> { ["Queue"] = "urgent", ["Nothing"] = null! }));
        Assert.Equal(new Dictionary<string, string?> { ["Cron"] = "* * * * *", ["Queue"] = "urgent", ["Nothing"] = null },
            _storage.Read(connection => connection.GetAllEntriesFromHash("job"))!);
        Assert.Equal("urgent", _storage.Read(connection => connection.GetValueFromHash("job", "Queue")));
        _storage.Write(transaction => transaction.ExpireHash("job", TimeSpan.FromMinutes(10)));
        Assert.Equal(TimeSpan.FromMinutes(10), _storage.Read(connection => connection.GetHashTtl("job")));
        _storage.Write(transaction => transaction.PersistHash("job"));
        Assert.Equal(TimeSpan.FromSeconds(-1), _storage.Read(connection => connection.GetHashTtl("job")));
    }

    [Fact]
    public void SetJobState_ChangesTheState_AddJobStateOnlyTheHistory()
    {
        var id = _storage.Enqueue(1);
        _storage.Write(transaction =>
        {
            transaction.SetJobState(id, new DeletedState { Reason = "not needed" });
            transaction.AddJobState(id, new EnqueuedState());
            transaction.SetJobParameter(id, "Mood", "calm");
        });
        Assert.Equal(DeletedState.StateName, _storage.Read(connection => connection.GetJobData(id)).State);
        Assert.Equal("not needed", _storage.Read(connection => connection.GetStateData(id)).Reason);
        Assert.Equal("calm", _storage.Read(connection => connection.GetJobParameter(id, "Mood")));
        Assert.Equal(["Enqueued", "Deleted", "Enqueued"], _storage.GetMonitoringApi().JobDetails(id).History.Select(state => state.StateName));
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("no-number")]
    public void GetJobData_NoSuchJob_Null(string id)
    {
        Assert.Null(_storage.Read(connection => connection.GetJobData(id)));
        Assert.Null(_storage.Read(connection => connection.GetStateData(id)));
        Assert.Null(_storage.Read(connection => connection.GetJobParameter(id, "any")));
        Assert.Null(_storage.GetMonitoringApi().JobDetails(id));
    }

    [Fact]
    public void ExpiredRecordRemoval_RemovesWhatHasExpired_AndNothingElse()
    {
        var kept = _storage.Enqueue(1);
        var gone = _storage.Enqueue(2);
        _storage.Write(transaction =>
        {
            transaction.PersistJob(kept);
            transaction.ExpireJob(gone, TimeSpan.FromHours(1));
            transaction.AddToSet("old", "value");
            transaction.ExpireSet("old", TimeSpan.FromHours(1));
            transaction.AddToSet("new", "value");
            transaction.InsertToList("old", "value");
            transaction.ExpireList("old", TimeSpan.FromHours(1));
            transaction.SetRangeInHash("old", [KeyValuePair.Create("field", "value")]);
            transaction.ExpireHash("old", TimeSpan.FromHours(1));
            transaction.IncrementCounter("old", TimeSpan.FromHours(1));
            transaction.IncrementCounter("new", TimeSpan.FromHours(3));
        });
        var removal = new ExpiredRecordRemoval(_storage.Database, TimeSpan.FromMinutes(1));
        Assert.Equal(0, removal.Remove(CancellationToken.None));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(5, removal.Remove(CancellationToken.None));
        Assert.Null(_storage.Read(connection => connection.GetJobData(gone)));
        Assert.NotNull(_storage.Read(connection => connection.GetJobData(kept)));
        Assert.Equal((0, 1), (_storage.Read(connection => connection.GetSetCount("old")), _storage.Read(connection => connection.GetSetCount("new"))));
        Assert.Equal((0, 1), (_storage.Read(connection => connection.GetCounter("old")), _storage.Read(connection => connection.GetCounter("new"))));
    }
}
