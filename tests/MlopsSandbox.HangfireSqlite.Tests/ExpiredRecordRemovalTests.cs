using Hangfire.Common;
using Microsoft.Extensions.Time.Testing;

namespace MlopsSandbox.HangfireSqlite.Tests;

public sealed class ExpiredRecordRemovalTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Remove_ManyExpired_OtherWritesComeBetweenTheBatches()
    {
        const int Batches = 4;
        var clock = new TellingClock();
        var storage = _database.Open(new SqliteStorageOptions { TimeProvider = clock });
        var job = Job.FromExpression<Work>(work => work.Do(1));
        storage.Read(connection =>
        {
            for (var i = 0; i < Batches * ExpiredRecordRemoval.BatchRows; i++)
                connection.CreateExpiredJob(job, new Dictionary<string, string>(), clock.GetUtcNow().UtcDateTime, TimeSpan.FromHours(1));
            return true;
        });
        clock.Advance(TimeSpan.FromHours(2));

        var jobsLeft = new List<long>();
        clock.Asked = () => storage.Database.Post(session => jobsLeft.Add(session.Scalar<long>("SELECT count(*) FROM Job")), cause => throw cause);
        new ExpiredRecordRemoval(storage.Database, TimeSpan.FromMinutes(1)).Remove(CancellationToken.None);
        Assert.Equal([300, 200, 100, 0], jobsLeft.Take(Batches));
    }

    /// <summary>Tells that it is asked, as each batch does in the middle of its transaction.</summary>
    private sealed class TellingClock : FakeTimeProvider
    {
        public Action Asked { get; set; } = () => { };

        public override DateTimeOffset GetUtcNow()
        {
            Asked();
            return base.GetUtcNow();
        }
    }
}
