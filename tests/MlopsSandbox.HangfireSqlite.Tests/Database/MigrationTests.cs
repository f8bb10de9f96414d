using Hangfire.Storage;
using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class MigrationTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Open_FileOfVersion1_KeepsJobsHistoryAndQueuesInOrder()
    {
        Sql($$$"""
            {{{SchemaVersion1.Script}}}
            PRAGMA application_id = {{{0x48467371}}};
            PRAGMA user_version = 1;
            INSERT INTO Job (Id, InvocationData, StateId, StateName, Parameters, CreatedAt) VALUES
                (7, '{"t":"System.Console, mscorlib","m":"WriteLine"}', 12, 'Processing', '{"CurrentCulture":"\"en\""}', 1000),
                (8, '{"t":"System.Console, mscorlib","m":"WriteLine"}', 11, 'Enqueued', NULL, 1000),
                (9, '{"t":"System.Console, mscorlib","m":"WriteLine"}', 13, 'Enqueued', NULL, 1000);
            INSERT INTO State (Id, JobId, Name, CreatedAt, Data) VALUES
                (10, 7, 'Enqueued', 1001, NULL), (11, 8, 'Enqueued', 1002, NULL), (12, 7, 'Processing', 1003, '{"ServerId":"web"}'), (13, 9, 'Enqueued', 1004, NULL);
            INSERT INTO JobQueue (Id, JobId, Queue, Fetch, Owner, FetchedAt, InvisibleUntil) VALUES
                (1, 7, 'default', 55, 'dead', 1003, 1004), (2, 8, 'default', NULL, NULL, NULL, NULL), (3, 9, 'default', NULL, NULL, NULL, NULL);
            INSERT INTO Owner (Token, Since) VALUES ('dead', 1000);
            """);

        var storage = _database.Open();

        Assert.Empty(storage.CheckIntegrity());
        var monitor = (JobStorageMonitor)storage.GetMonitoringApi();
        Assert.Equal(["Processing", "Enqueued"], monitor.JobDetails("7").History.Select(state => state.StateName));
        Assert.Equal("web", Assert.Single(monitor.ProcessingJobs(0, 10)).Value.ServerId);
        Assert.Equal("\"en\"", storage.Read(connection => connection.GetJobParameter("7", "CurrentCulture")));
        Assert.Equal(1, monitor.FetchedCount("default"));
        Assert.Equal(["7", "8", "9"], Enumerable.Range(0, 3).Select(_ => storage.Fetch().JobId));     // The dead process's job is first again.
        Assert.Equal("10", storage.Enqueue(1));
    }

    private void Sql(string script)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
