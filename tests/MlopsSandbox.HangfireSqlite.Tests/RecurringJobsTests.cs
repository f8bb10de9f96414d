using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Tests.Torture;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>Servers in two real processes that all want to fire what is due.</summary>
public sealed class RecurringJobsTests : IDisposable
{
    private const int DueTimes = 20;

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void RecurringJob_DueManyTimes_FiredOnceEachByTwoProcesses()
    {
        var storage = _database.Open();
        new RecurringJobManager(storage).AddOrUpdate<TortureWorker>("nightly", worker => worker.Do(0, null!), Cron.Yearly);
        using var one = new ChildProcess(1, TortureWorker.Word, _database.File, _database.Folder, "1", "1");
        using var other = new ChildProcess(2, TortureWorker.Word, _database.File, _database.Folder, "2", "1");
        SpinWait.SpinUntil(() => storage.GetMonitoringApi().Servers().Count == 2, StorageOfATest.Patience);
        for (var time = 1; time <= DueTimes; time++)
        {
            MakeDue(storage, "nightly");
            Assert.True(SpinWait.SpinUntil(() => storage.GetMonitoringApi().SucceededListCount() >= time && !IsDue(storage), StorageOfATest.Patience));
        }
        Assert.Equal((0, 0), (one.End(), other.End()));
        Assert.Equal(DueTimes, ExecutionLog.ReadAll(_database.Folder).Count);
    }

    // Its next time is written after its job was created.
    private static bool IsDue(JobStorage storage) => storage.Read(connection => connection.GetRecurringJobs())[0].NextExecution < DateTime.UtcNow;

    private static void MakeDue(JobStorage storage, string job)
    {
        var due = DateTime.UtcNow.AddMinutes(-1);
        storage.Write(transaction =>
        {
            transaction.SetRangeInHash($"recurring-job:{job}",
            [
                KeyValuePair.Create("LastExecution", JobHelper.SerializeDateTime(due.AddYears(-1))),
                KeyValuePair.Create("NextExecution", JobHelper.SerializeDateTime(due)),
            ]);
            transaction.AddToSet("recurring-jobs", job, JobHelper.ToTimestamp(due));
        });
    }
}
