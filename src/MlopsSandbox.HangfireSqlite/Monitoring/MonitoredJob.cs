using Hangfire.Common;
using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Monitoring;

/// <summary>A job beside its current state, as the dashboard's lists show it.</summary>
internal sealed class MonitoredJob
{
    /// <summary>What every list reads, from <c>Job</c> and, where it has one, its current <c>State</c>.</summary>
    public const string Columns = "Job.Id, Job.InvocationData, Job.StateName, State.Reason, State.Data, State.CreatedAt";

    /// <summary>Joins a job with its current state.</summary>
    public const string WithState = "LEFT JOIN State ON State.JobId = Job.Id AND State.Number = Job.StateNumber";

    public MonitoredJob(Row row)
    {
        Id = row.GetString(0);
        InvocationData = InvocationData.DeserializePayload(row.GetString(1));
        (Job, LoadException) = JobRecords.Load(InvocationData);
        StateName = Database.Columns.Text(row, 2);
        Reason = Database.Columns.Text(row, 3);
        State = JobRecords.StateProperties(Database.Columns.Text(row, 4));
        StateAt = Database.Columns.Of(row, 5);
    }

    public string Id { get; }
    public InvocationData InvocationData { get; }
    public Job? Job { get; }
    public JobLoadException? LoadException { get; }
    public string? StateName { get; }
    public string? Reason { get; }
    public StateProperties State { get; }
    public DateTime? StateAt { get; }
}
