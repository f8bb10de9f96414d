using System.Globalization;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage.Monitoring;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Monitoring;

internal sealed partial class SqliteMonitoringApi
{
    /// <summary>The index of states leaves out the jobs that wait in a queue.</summary>
    private const string InTheState = "StateName = ?1 AND StateName <> 'Enqueued'";

    public override long ScheduledCount() => CountIn(ScheduledState.StateName);
    public override long FailedCount() => CountIn(FailedState.StateName);
    public override long ProcessingCount() => CountIn(ProcessingState.StateName);
    public override long SucceededListCount() => CountIn(SucceededState.StateName);
    public override long DeletedListCount() => CountIn(DeletedState.StateName);
    public override long AwaitingCount() => CountIn(AwaitingState.StateName);

    public override JobList<ProcessingJobDto> ProcessingJobs(int from, int count) => OldestFirst(ProcessingState.StateName, from, count, job => new ProcessingJobDto
    {
        Job = job.Job,
        LoadException = job.LoadException,
        InvocationData = job.InvocationData,
        ServerId = job.State.Find("ServerId"),
        StartedAt = job.StateAt,
        StateData = job.State,
    });

    public override JobList<ScheduledJobDto> ScheduledJobs(int from, int count) => OldestFirst(ScheduledState.StateName, from, count, job => new ScheduledJobDto
    {
        Job = job.Job,
        LoadException = job.LoadException,
        InvocationData = job.InvocationData,
        EnqueueAt = JobHelper.DeserializeNullableDateTime(job.State.Find("EnqueueAt")) ?? DateTime.MinValue,
        ScheduledAt = job.StateAt,
        StateData = job.State,
    });

    public override JobList<SucceededJobDto> SucceededJobs(int from, int count) => NewestFirst(SucceededState.StateName, from, count, job => new SucceededJobDto
    {
        Job = job.Job,
        LoadException = job.LoadException,
        InvocationData = job.InvocationData,
        Result = job.State.Find("Result"),
        TotalDuration = Milliseconds(job, "PerformanceDuration") + Milliseconds(job, "Latency"),
        SucceededAt = job.StateAt,
        StateData = job.State,
    });

    public override JobList<FailedJobDto> FailedJobs(int from, int count) => NewestFirst(FailedState.StateName, from, count, job => new FailedJobDto
    {
        Job = job.Job,
        LoadException = job.LoadException,
        InvocationData = job.InvocationData,
        Reason = job.Reason,
        ExceptionType = job.State.Find("ExceptionType"),
        ExceptionMessage = job.State.Find("ExceptionMessage"),
        ExceptionDetails = job.State.Find("ExceptionDetails"),
        FailedAt = job.StateAt,
        StateData = job.State,
    });

    public override JobList<DeletedJobDto> DeletedJobs(int from, int count) => NewestFirst(DeletedState.StateName, from, count, job => new DeletedJobDto
    {
        Job = job.Job,
        LoadException = job.LoadException,
        InvocationData = job.InvocationData,
        DeletedAt = job.StateAt,
        StateData = job.State,
    });

    public override JobList<AwaitingJobDto> AwaitingJobs(int from, int count) => OldestFirst(AwaitingState.StateName, from, count, job => new AwaitingJobDto
    {
        Job = job.Job,
        LoadException = job.LoadException,
        InvocationData = job.InvocationData,
        AwaitingAt = job.StateAt,
        StateData = job.State,
        ParentStateName = database.Read(session => session.Scalar<string>("SELECT StateName FROM Job WHERE Id = ?1", job.State.Find("ParentId"))),
    });

    private long CountIn(string state) => database.Read(session => CountIn(session, state));

    private static long CountIn(Session session, string state) => session.Scalar<long>($"SELECT count(*) FROM Job WHERE {InTheState}", state);

    private JobList<T> OldestFirst<T>(string state, int from, int count, Func<MonitoredJob, T> shown) => InState(state, "ASC", from, count, shown);

    private JobList<T> NewestFirst<T>(string state, int from, int count, Func<MonitoredJob, T> shown) => InState(state, "DESC", from, count, shown);

    /// <summary>A page. The inner query skips the pages before it in the index alone.</summary>
    private JobList<T> InState<T>(string state, string order, int from, int count, Func<MonitoredJob, T> shown)
    {
        var jobs = database.Read(session => session.Query($"""
            SELECT {MonitoredJob.Columns} FROM (SELECT Id FROM Job WHERE {InTheState} ORDER BY Id {order} LIMIT ?2 OFFSET ?3) AS Page
            JOIN Job ON Job.Id = Page.Id {MonitoredJob.WithState}
            ORDER BY Page.Id {order}
            """, row => new MonitoredJob(row), state, count, from));
        return new JobList<T>(jobs.Select(job => KeyValuePair.Create(job.Id, shown(job))));
    }

    private static long? Milliseconds(MonitoredJob job, string key) =>
        job.State.Find(key) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
