using Hangfire.States;
using Hangfire.Storage.Monitoring;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Monitoring;

internal sealed partial class SqliteMonitoringApi
{
    private const int TopJobs = 5;

    /// <summary>Goes from queue to queue in the order of the table, however many jobs wait in each; fetched ones are few.</summary>
    private const string QueueNames = """
        WITH RECURSIVE Named (Queue) AS (
            SELECT min(Queue) FROM Waiting
            UNION ALL
            SELECT (SELECT min(Queue) FROM Waiting WHERE Queue > Named.Queue) FROM Named WHERE Named.Queue IS NOT NULL)
        SELECT Queue FROM Named WHERE Queue IS NOT NULL UNION SELECT Queue FROM Fetched ORDER BY Queue
        """;

    public override IList<QueueWithTopEnqueuedJobsDto> Queues() =>
        [.. database.Read(session => session.Query(QueueNames, row => row.GetString(0)))
            .Select(queue => new QueueWithTopEnqueuedJobsDto
            {
                Name = queue,
                Length = EnqueuedCount(queue),
                Fetched = FetchedCount(queue),
                FirstJobs = EnqueuedJobs(queue, from: 0, TopJobs),
            })];

    public override long EnqueuedCount(string queue) => CountIn("Waiting", queue);

    public override long FetchedCount(string queue) => CountIn("Fetched", queue);

    public override JobList<EnqueuedJobDto> EnqueuedJobs(string queue, int from, int perPage) => InQueue("Waiting", "NULL", queue, from, perPage, (job, _) =>
    {
        var isEnqueued = string.Equals(job.StateName, EnqueuedState.StateName, StringComparison.OrdinalIgnoreCase);
        return new EnqueuedJobDto
        {
            Job = job.Job,
            LoadException = job.LoadException,
            InvocationData = job.InvocationData,
            State = job.StateName,
            InEnqueuedState = isEnqueued,
            EnqueuedAt = isEnqueued ? job.StateAt : null,
            StateData = job.State,
        };
    });

    public override JobList<FetchedJobDto> FetchedJobs(string queue, int from, int perPage) => InQueue("Fetched", "FetchedAt", queue, from, perPage, (job, fetchedAt) =>
        new FetchedJobDto
        {
            Job = job.Job,
            LoadException = job.LoadException,
            InvocationData = job.InvocationData,
            State = job.StateName,
            FetchedAt = fetchedAt,
        });

    private long CountIn(string table, string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return database.Read(session => session.Scalar<long>($"SELECT count(*) FROM {table} WHERE Queue = ?1", queue));
    }

    /// <summary>A page of a queue's entries, in order; null beside an id whose job has expired.</summary>
    private JobList<T> InQueue<T>(string table, string fetchedAt, string queue, int from, int count, Func<MonitoredJob, DateTime?, T> shown) where T : class
    {
        ArgumentNullException.ThrowIfNull(queue);
        return new JobList<T>(database.Read(session => session.Query($"""
            SELECT {MonitoredJob.Columns}, Entry.JobId, Entry.FetchedAt
            FROM (SELECT Number, JobId, {fetchedAt} AS FetchedAt FROM {table} WHERE Queue = ?1 ORDER BY Number LIMIT ?2 OFFSET ?3) AS Entry
            LEFT JOIN Job ON Job.Id = Entry.JobId {MonitoredJob.WithState}
            ORDER BY Entry.Number
            """, row => KeyValuePair.Create(row.GetString(6), row.IsDBNull(0) ? null! : shown(new MonitoredJob(row), Columns.Of(row, 7))), queue, count, from)));
    }
}
