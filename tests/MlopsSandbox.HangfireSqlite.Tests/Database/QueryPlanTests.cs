using Hangfire;
using Hangfire.Server;
using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite.Tests.Monitoring;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>Asks SQLite how it runs the very statements that servers, clients and the dashboard have run.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private static readonly string[] GrowingTables = ["Job", "State", "Waiting", "Counter", "Hash", "List", "Set"];

    private readonly TestDatabase _database = new();
    private readonly Work _work = new();
    private readonly SqliteStorage _storage;

    public QueryPlanTests() => _storage = _database.Open();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Statements_ThatWereRun_ScanNoTableThatGrows()
    {
        ClientsAndServers();
        Collections();
        await Dashboard();
        var statements = _storage.Database.Statements();
        Assert.InRange(statements.Count, 60, 200);
        var scans = statements.Where(statement => !CountsTheWaiting(statement)).SelectMany(Scans).ToList();
        Assert.True(scans.Count == 0, string.Join("\n", scans));
    }

    [Theory]    // The check itself: a plan without and one with an index.
    [InlineData("SELECT * FROM Job WHERE InvocationData = ?1", 1)]
    [InlineData("SELECT * FROM Job WHERE Id = ?1", 0)]
    public void Scans_AreFound(string sql, int scans) => Assert.Equal(scans, Scans(sql).Count());

    /// <summary>The one figure that the dashboard shows of all queues together.</summary>
    private static bool CountsTheWaiting(string sql) => sql.StartsWith("SELECT (SELECT count(*) FROM Waiting)", StringComparison.Ordinal);

    private void ClientsAndServers()
    {
        var client = new BackgroundJobClient(_storage);
        using (_work.Serve(_storage, workers: 2))
        {
            var parent = client.Enqueue<Work>(work => work.Do(1));
            client.ContinueJobWith<Work>(parent, work => work.Do(2));
            client.Schedule<Work>(work => work.Do(3), TimeSpan.FromMilliseconds(1));
            var recurring = new RecurringJobManager(_storage);
            recurring.AddOrUpdate<Work>("nightly", work => work.Do(4), Cron.Yearly);
            recurring.Trigger("nightly");
            _work.Runs(4);
        }
        client.Delete(client.Enqueue<Work>(work => work.Do(5)));
        client.Enqueue<Work>("urgent", work => work.Do(6));
        _storage.Fetch("urgent").Requeue();
        _storage.Fetch("urgent").RemoveFromQueue();
        var lost = _storage.Fetch("default");
        new ExpiredRecordRemoval(_storage.Database, TimeSpan.FromMinutes(1)).Remove(CancellationToken.None);
        _storage.Renew();
        lost.Dispose();
    }

    private void Collections()
    {
        _storage.Write(transaction =>
        {
            transaction.AddToSet("set", "a", 1);
            transaction.ExpireSet("set", TimeSpan.FromHours(1));
            transaction.PersistSet("set");
            transaction.RemoveFromSet("set", "a");
            transaction.RemoveSet("set");
            transaction.InsertToList("list", "a");
            transaction.TrimList("list", 0, 9);
            transaction.ExpireList("list", TimeSpan.FromHours(1));
            transaction.PersistList("list");
            transaction.RemoveFromList("list", "a");
            transaction.SetRangeInHash("hash", [KeyValuePair.Create("field", "value")]);
            transaction.ExpireHash("hash", TimeSpan.FromHours(1));
            transaction.PersistHash("hash");
            transaction.RemoveHash("hash");
            transaction.IncrementCounter("counter");
        });
        _storage.Read(connection =>
        {
            connection.AnnounceServer("web", new ServerContext { WorkerCount = 1, Queues = ["default"] });
            connection.Heartbeat("web");
            connection.RemoveTimedOutServers(TimeSpan.FromHours(1));
            connection.RemoveServer("web");
            connection.GetFirstByLowestScoreFromSet("set", 0, 1);
            connection.GetAllItemsFromSet("set");
            connection.GetRangeFromSet("set", 0, 9);
            connection.GetSetContains("set", "a");
            connection.GetSetCount(["set", "other"], 10);
            connection.GetSetTtl("set");
            connection.GetAllItemsFromList("list");
            connection.GetRangeFromList("list", 0, 9);
            connection.GetListCount("list");
            connection.GetListTtl("list");
            connection.GetAllEntriesFromHash("hash");
            connection.GetValueFromHash("hash", "field");
            connection.GetHashCount("hash");
            connection.GetHashTtl("hash");
            connection.GetCounter("counter");
            connection.GetJobParameter("1", "name");
            connection.GetStateData("1");
            return connection.GetSetCount("set");
        });
    }

    private async Task Dashboard()
    {
        string[] pages =
        [
            "/", "/jobs/enqueued", "/jobs/enqueued/default", "/jobs/enqueued/fetched/default", "/jobs/scheduled", "/jobs/processing", "/jobs/succeeded",
            "/jobs/failed", "/jobs/deleted", "/jobs/awaiting", "/jobs/details/1", "/recurring", "/retries", "/servers",
        ];
        foreach (var page in pages) Assert.Equal(200, (await DashboardVisit.Get(_storage, page)).Status);
    }

    /// <summary>The steps of the statement's plan that go through a whole table that grows, or through a whole index of it.</summary>
    private IEnumerable<string> Scans(string sql) => Plan(sql)
        .Where(step => GrowingTables.Any(table => step == $"SCAN {table}" || step.StartsWith($"SCAN {table} ", StringComparison.Ordinal)))
        .Select(step => $"{step}: {sql}");

    private List<string> Plan(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        for (var parameter = 1; parameter <= 9; parameter++) command.Parameters.AddWithValue(FormattableString.Invariant($"?{parameter}"), DBNull.Value);
        using var rows = command.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read()) steps.Add(rows.GetString(3));
        return steps;
    }
}
