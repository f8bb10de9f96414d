using Hangfire.States;
using Hangfire.Storage;
using Hangfire.Storage.Monitoring;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Monitoring;

/// <summary>What the dashboard asks.</summary>
internal sealed partial class SqliteMonitoringApi(DatabaseFile database, TimeProvider time) : JobStorageMonitor
{
    /// <summary>Those that wait, and those that a worker has fetched and not yet begun.</summary>
    private const string EnqueuedJobsCount = """
        SELECT (SELECT count(*) FROM Waiting) + (SELECT count(*) FROM Fetched JOIN Job ON Job.Id = Fetched.JobId WHERE Job.StateName = 'Enqueued')
        """;

    public override StatisticsDto GetStatistics() => database.Read(session =>
    {
        return new StatisticsDto
        {
            Enqueued = session.Scalar<long>(EnqueuedJobsCount),
            Failed = CountIn(session, FailedState.StateName),
            Processing = CountIn(session, ProcessingState.StateName),
            Scheduled = CountIn(session, ScheduledState.StateName),
            Awaiting = CountIn(session, AwaitingState.StateName),
            Succeeded = session.Scalar<long>("SELECT Value FROM Counter WHERE \"Key\" = ?1", "stats:succeeded"),
            Deleted = session.Scalar<long>("SELECT Value FROM Counter WHERE \"Key\" = ?1", "stats:deleted"),
            Recurring = session.Scalar<long>("SELECT count(*) FROM \"Set\" WHERE \"Key\" = ?1", "recurring-jobs"),
            Retries = session.Scalar<long>("SELECT count(*) FROM \"Set\" WHERE \"Key\" = ?1", "retries"),
            Servers = session.Scalar<long>("SELECT count(*) FROM Server"),
            Queues = session.Query(QueueNames, static _ => true).Count,
        };
    });

    public override IList<ServerDto> Servers() => database.Read(session => session.Query("SELECT Id, Data, LastHeartbeat FROM Server ORDER BY Id", row =>
    {
        var data = Hangfire.Common.SerializationHelper.Deserialize<ServerData>(row.GetString(1));
        return new ServerDto
        {
            Name = row.GetString(0),
            Heartbeat = Columns.Of(row.GetInt64(2)),
            WorkersCount = data.WorkerCount,
            Queues = data.Queues,
            StartedAt = data.StartedAt,
        };
    }));

    /// <summary>The job with its history, newest state first; null when there is none.</summary>
    public override JobDetailsDto JobDetails(string jobId)
    {
        ArgumentNullException.ThrowIfNull(jobId);
        return JobRecords.TryNumber(jobId, out var number) ? database.Read(session => DetailsOf(session, number))! : null!;
    }

    private static JobDetailsDto? DetailsOf(Session session, long number)
    {
        var details = session.Query("SELECT InvocationData, CreatedAt, ExpireAt FROM Job WHERE Id = ?1", row => new JobDetailsDto
        {
            InvocationData = InvocationData.DeserializePayload(row.GetString(0)),
            CreatedAt = Columns.Of(row.GetInt64(1)),
            ExpireAt = Columns.Of(row, 2),
        }, number).SingleOrDefault();
        if (details is null) return null;
        (details.Job, details.LoadException) = JobRecords.Load(details.InvocationData);
        details.Properties = JobRecords.Parameters(session, number);
        details.History = session.Query("SELECT Name, Reason, CreatedAt, Data FROM State WHERE JobId = ?1 ORDER BY Number DESC", row => new StateHistoryDto
        {
            StateName = row.GetString(0),
            Reason = Columns.Text(row, 1),
            CreatedAt = Columns.Of(row.GetInt64(2)),
            Data = JobRecords.StateProperties(Columns.Text(row, 3)),
        }, number);
        return details;
    }
}
