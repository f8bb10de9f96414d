using Hangfire;
using Hangfire.Storage;
using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite.Tests.Monitoring;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>What many finished jobs in the database cost: fetching, and what the dashboard asks.</summary>
internal static class FinishedJobs
{
    private const int Jobs = 4_000, Rounds = 3, JobsOnAPage = 20;

    public static void Run(int count)
    {
        Machine.UseTwoCores();
        using var empty = StorageUnderTest.Sqlite();
        using var full = StorageUnderTest.Sqlite();
        var seeding = Speed.Clocked(() => Seed(full, count));
        Process(empty);     // Compiles.
        List<Speed> without = [], with = [];
        for (var round = 0; round < Rounds; round++)
        {
            without.Add(Process(empty));
            with.Add(Process(full));
        }

        Console.WriteLine($"{Machine.Name}; {count} finished jobs, seeded in {seeding.TotalSeconds:0} s, {new FileInfo(full.File).Length >> 20} MiB");
        Console.WriteLine();
        Table.Header("", "no finished jobs", "with them", "ratio", "processor time");
        var (before, after) = (Speed.Median(without), Speed.Median(with));
        Table.Row("jobs/s", Table.Count(before.PerSecond), Table.Count(after.PerSecond), Table.Ratio(after.PerSecond / before.PerSecond),
            $"{Table.Processor(before)} : {Table.Processor(after)}");
        foreach (var (name, ask) in Questions(count).Concat(Pages()))
        {
            var (few, many) = (Delay(empty, ask), Delay(full, ask));
            Table.Row(name, Table.Milliseconds(few), Table.Milliseconds(many), Table.Ratio(many / few), "");
        }
    }

    /// <summary>What the dashboard's pages ask.</summary>
    private static IEnumerable<(string Name, Action<JobStorage> Ask)> Questions(int finished) =>
        Asked(finished).Select(one => (one.Name, (Action<JobStorage>)(storage => one.Ask((JobStorageMonitor)storage.GetMonitoringApi()))));

    /// <summary>The dashboard's pages as they reach a browser, but for the web server.</summary>
    private static IEnumerable<(string Name, Action<JobStorage> Ask)> Pages() =>
        from page in (string[])["/", "/jobs/enqueued", "/jobs/processing", "/jobs/succeeded", "/jobs/failed", "/jobs/deleted", "/jobs/details/1", "/retries", "/recurring", "/servers"]
        select ($"page {page}", (Action<JobStorage>)(storage =>
        {
            if (DashboardVisit.Get(storage, page).GetAwaiter().GetResult().Status != 200) throw new InvalidOperationException($"{page} is not shown.");
        }));

    private static IEnumerable<(string Name, Action<JobStorageMonitor> Ask)> Asked(int finished) =>
    [
        ("statistics", monitor => monitor.GetStatistics()),
        ("succeeded jobs: count", monitor => monitor.SucceededListCount()),
        ("succeeded jobs: first page", monitor => monitor.SucceededJobs(0, JobsOnAPage)),
        ("succeeded jobs: middle page", monitor => monitor.SucceededJobs(finished / 2, JobsOnAPage)),
        ("succeeded jobs: last page", monitor => monitor.SucceededJobs(finished - JobsOnAPage, JobsOnAPage)),
        ("failed jobs: first page", monitor => monitor.FailedJobs(0, JobsOnAPage)),
        ("deleted jobs: first page", monitor => monitor.DeletedJobs(0, JobsOnAPage)),
        ("processing jobs: first page", monitor => monitor.ProcessingJobs(0, JobsOnAPage)),
        ("scheduled jobs: first page", monitor => monitor.ScheduledJobs(0, JobsOnAPage)),
        ("awaiting jobs: first page", monitor => monitor.AwaitingJobs(0, JobsOnAPage)),
        ("queues", monitor => monitor.Queues()),
        ("servers", monitor => monitor.Servers()),
        ("one job's page", monitor => monitor.JobDetails("1")),
        ("graph of a week", monitor => monitor.SucceededByDatesCount()),
        ("graph of a day", monitor => monitor.HourlySucceededJobs()),
    ];

    private static Speed Process(StorageUnderTest storage)
    {
        var client = storage.Client;
        for (var job = 0; job < Jobs; job++) client.Enqueue();
        NoOp.Expect(Jobs);
        return Speed.Of(Jobs, () =>
        {
            using var server = storage.Serve();
            return NoOp.WaitForAll();
        });
    }

    /// <summary>The median of five, in milliseconds.</summary>
    private static double Delay(StorageUnderTest storage, Action<JobStorage> ask) =>
        Delays.Of(Enumerable.Range(0, 5).Select(_ => Speed.Clocked(() => ask(storage.Storage))).ToList()).P50;

    /// <summary>Runs one job in earnest and multiplies its rows: 97 of 100 succeeded, 2 were deleted, 1 failed.</summary>
    private static void Seed(StorageUnderTest storage, int count)
    {
        NoOp.Expect(1);
        using (storage.Serve())
        {
            storage.Client.Enqueue();
            NoOp.WaitForAll();
        }
        using var connection = new SqliteConnection($"Data Source={storage.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = """
            BEGIN IMMEDIATE;
            CREATE TEMP TABLE Number AS WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < $count) SELECT i FROM n;
            INSERT INTO Job (Id, InvocationData, Parameters, StateName, CreatedAt, ExpireAt)
                SELECT i, InvocationData, Parameters, CASE WHEN i % 100 = 0 THEN 'Failed' WHEN i % 100 < 3 THEN 'Deleted' ELSE 'Succeeded' END,
                    CreatedAt, CreatedAt + 86400000 + i FROM Job, Number WHERE Job.Id = 1;
            INSERT INTO State (JobId, Number, Name, Reason, CreatedAt, Data)
                SELECT i, State.Number, CASE WHEN Name = 'Succeeded' THEN (SELECT StateName FROM Job WHERE Job.Id = i) ELSE Name END, Reason, CreatedAt, Data
                FROM State, Number WHERE State.JobId = 1 ORDER BY i, State.Number;
            UPDATE Job SET StateNumber = (SELECT max(State.Number) FROM State WHERE State.JobId = Job.Id) WHERE Id > 1;
            UPDATE Counter SET Value = Value + $count - 1;
            DROP TABLE Number;
            COMMIT;
            """;
        command.Parameters.AddWithValue("$count", count);
        command.ExecuteNonQuery();
    }
}
