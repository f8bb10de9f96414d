using Hangfire.States;
using Hangfire.Storage.Monitoring;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Monitoring;

internal sealed partial class SqliteMonitoringApi
{
    private const int TopJobs = 5;

    private const string Waiting = "JobQueue WHERE Owner IS NULL";

    /// <summary>Left to itself, SQLite would rather go through the whole queue in order than sort the few fetched.</summary>
    private const string Fetched = "JobQueue INDEXED BY JobQueue_Fetched WHERE Owner > ''";

    /// <summary>Goes from queue to queue in the index of those that wait, however many jobs wait in each; fetched ones are few.</summary>
    private const string QueueNames = """
        WITH RECURSIVE Waiting (Queue) AS (
            SELECT min(Queue) FROM JobQueue WHERE Owner IS NULL
            UNION ALL
            SELECT (SELECT min(Queue) FROM JobQueue WHERE Owner IS NULL AND Queue > Waiting.Queue) FROM Waiting WHERE Waiting.Queue IS NOT NULL)
        SELECT Queue FROM Waiting WHERE Queue IS NOT NULL UNION SELECT Queue FROM JobQueue WHERE Owner > '' ORDER BY Queue
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

    public override long EnqueuedCount(string queue) => CountIn(Waiting, queue);

    public override long FetchedCount(string queue) => CountIn(Fetched, queue);

    public override JobList<EnqueuedJobDto> EnqueuedJobs(string queue, int from, int perPage) => InQueue(Waiting, queue, from, perPage, (job, _) =>
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

    public override JobList<FetchedJobDto> FetchedJobs(string queue, int from, int perPage) => InQueue(Fetched, queue, from, perPage, (job, fetchedAt) =>
        new FetchedJobDto
        {
            Job = job.Job,
            LoadException = job.LoadException,
            InvocationData = job.InvocationData,
            State = job.StateName,
            FetchedAt = fetchedAt,
        });

    private long CountIn(string which, string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return database.Read(session => session.Scalar<long>($"SELECT count(*) FROM {which} AND Queue = ?1", queue));
    }

    /// <summary>A page of a queue's entries, in order; null beside an id whose job has expired.</summary>
    private JobList<T> InQueue<T>(string which, string queue, int from, int count, Func<MonitoredJob, DateTime?, T> shown) where T : class
    {
        ArgumentNullException.ThrowIfNull(queue);
        return new JobList<T>(database.Read(session => session.Query($"""
            SELECT {MonitoredJob.Columns}, Entry.JobId, Entry.FetchedAt
            FROM (SELECT Id, JobId, FetchedAt FROM {which} AND Queue = ?1 ORDER BY Id LIMIT ?2 OFFSET ?3) AS Entry
            LEFT JOIN Job ON Job.Id = Entry.JobId LEFT JOIN State ON State.Id = Job.StateId
            ORDER BY Entry.Id
            """, row => KeyValuePair.Create(row.GetString(6), row.IsDBNull(0) ? null! : shown(new MonitoredJob(row), Columns.Of(row, 7))), queue, count, from)));
    }
}
