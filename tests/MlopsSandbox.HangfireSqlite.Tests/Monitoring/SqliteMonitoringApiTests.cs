using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace MlopsSandbox.HangfireSqlite.Tests.Monitoring;

public sealed class SqliteMonitoringApiTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly SqliteStorage _storage;

    public SqliteMonitoringApiTests() => _storage = _database.Open();

    public void Dispose() => _database.Dispose();

    /// <summary>One job in each state, two enqueued, one of them fetched.</summary>
    private (string Enqueued, string Failed, string Awaiting) OneInEachState()
    {
        var client = new BackgroundJobClient(_storage);
        var job = Job.FromExpression<Work>(work => work.Do(1));
        client.Create(job, new EnqueuedState());
        var enqueued = client.Create(job, new EnqueuedState());
        client.Create(job, new ProcessingStateOf("server:1"));
        client.Create(job, new ScheduledState(TimeSpan.FromHours(1)));
        client.Create(job, new SucceededState(42, latency: 30, performanceDuration: 12));
        var failed = client.Create(job, new ProcessingStateOf("server:1"));
        _storage.Write(transaction => transaction.SetJobState(failed, new FailedState(new InvalidOperationException("no data"))));
        client.Create(job, new DeletedState());
        var awaiting = client.ContinueJobWith<Work>(enqueued, work => work.Do(2));
        new RecurringJobManager(_storage).AddOrUpdate<Work>("nightly", work => work.Do(3), Cron.Daily);
        _storage.Fetch();
        return (enqueued, failed, awaiting);
    }

    [Fact]
    public void GetStatistics_CountsEachState()
    {
        OneInEachState();
        var statistics = _storage.GetMonitoringApi().GetStatistics();
        Assert.Equal((2, 1, 1, 1, 1, 1, 1), (statistics.Enqueued, statistics.Processing, statistics.Scheduled, statistics.Succeeded,
            statistics.Failed, statistics.Deleted, statistics.Awaiting));
        Assert.Equal((1, 1, 0, 0), (statistics.Recurring, statistics.Queues, statistics.Servers, statistics.Retries));
    }

    [Fact]
    public void Lists_ShowEachState()
    {
        var (enqueued, failed, awaiting) = OneInEachState();
        var monitor = (Hangfire.Storage.JobStorageMonitor)_storage.GetMonitoringApi();
        Assert.Equal((1, 1), (monitor.EnqueuedCount("default"), monitor.FetchedCount("default")));
        Assert.Equal(enqueued, Assert.Single(monitor.EnqueuedJobs("default", 0, 10)).Key);
        Assert.Single(monitor.FetchedJobs("default", 0, 10));
        Assert.Equal(42, Assert.Single(monitor.SucceededJobs(0, 10)).Value.TotalDuration);
        var fault = Assert.Single(monitor.FailedJobs(0, 10));
        Assert.Equal((failed, "no data", "System.InvalidOperationException"), (fault.Key, fault.Value.ExceptionMessage, fault.Value.ExceptionType));
        Assert.Equal("server:1", Assert.Single(monitor.ProcessingJobs(0, 10)).Value.ServerId);
        Assert.Single(monitor.DeletedJobs(0, 10));
        Assert.Equal((awaiting, "Enqueued"), (Assert.Single(monitor.AwaitingJobs(0, 10)).Key, monitor.AwaitingJobs(0, 10)[0].Value.ParentStateName));
        Assert.Single(monitor.ScheduledJobs(0, 10));
        Assert.Empty(monitor.ScheduledJobs(1, 10));
        var queue = Assert.Single(monitor.Queues());
        Assert.Equal(("default", 1, 1, 1), (queue.Name, queue.Length, queue.Fetched, queue.FirstJobs.Count));
        Assert.Equal((7, 24), (monitor.SucceededByDatesCount().Count, monitor.HourlyFailedJobs().Count));
        Assert.Equal(1, monitor.SucceededByDatesCount()[DateTime.UtcNow.Date]);
    }

    [Theory]
    [InlineData("/", "Dashboard")]
    [InlineData("/jobs/enqueued", "Work.Do")]
    [InlineData("/jobs/enqueued/default", "Work.Do")]
    [InlineData("/jobs/enqueued/fetched/default", "Work.Do")]
    [InlineData("/jobs/scheduled", "Work.Do")]
    [InlineData("/jobs/processing", "Work.Do")]
    [InlineData("/jobs/succeeded", "Work.Do")]
    [InlineData("/jobs/failed", "no data")]
    [InlineData("/jobs/deleted", "Work.Do")]
    [InlineData("/jobs/awaiting", "Work.Do")]
    [InlineData("/jobs/details/1", "Work.Do")]
    [InlineData("/jobs/details/6", "no data")]
    [InlineData("/recurring", "nightly")]
    [InlineData("/retries", "Retries")]
    [InlineData("/servers", "Servers")]
    public async Task Dashboard_Page_ShowsItsContent(string path, string content)
    {
        OneInEachState();
        var page = await DashboardVisit.Get(_storage, path);
        Assert.Equal(200, page.Status);
        Assert.Contains(content, page.Html, StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.Html.TrimEnd(), StringComparison.Ordinal);
    }

    private sealed class ProcessingStateOf(string serverId) : IState
    {
        public string Name => ProcessingState.StateName;
        public string? Reason => null;
        public bool IsFinal => false;
        public bool IgnoreJobLoadException => false;
        public Dictionary<string, string> SerializeData() => new() { ["ServerId"] = serverId, ["StartedAt"] = JobHelper.SerializeDateTime(DateTime.UtcNow) };
    }
}
