using System.Globalization;
using Hangfire.Common;
using Hangfire.Storage;
using MlopsSandbox.HangfireSqlite.Database;

namespace MlopsSandbox.HangfireSqlite.Connection;

internal sealed partial class SqliteJobConnection
{
    public override string CreateExpiredJob(Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn)
    {
        var created = NewJob.Of(storage.JobIds.Next, job, parameters, createdAt, expireIn);
        Database.Write(session =>
        {
            JobRecords.Insert(session, created);
            return true;
        });
        return created.Id.ToString(CultureInfo.InvariantCulture);
    }

    public override void SetJobParameter(string id, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(name);
        Database.Write(session => JobRecords.SetParameter(session, JobRecords.Number(id), name, value));
    }

    public override string GetJobParameter(string id, string name)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(name);
        return JobRecords.TryNumber(id, out var number)
            ? Database.Read(session => JobRecords.Parameter(session, number, name))!
            : null!;
    }

    public override JobData GetJobData(string jobId)
    {
        ArgumentNullException.ThrowIfNull(jobId);
        return JobRecords.TryNumber(jobId, out var number) ? Database.Read(session => JobDataOf(session, number))! : null!;
    }

    public override StateData GetStateData(string jobId)
    {
        ArgumentNullException.ThrowIfNull(jobId);
        return JobRecords.TryNumber(jobId, out var number) ? Database.Read(session => StateDataOf(session, number))! : null!;
    }

    private static JobData? JobDataOf(Session session, long number)
    {
        var found = session.Query("SELECT InvocationData, StateName, CreatedAt, Parameters FROM Job WHERE Id = ?1", row => new JobData
        {
            InvocationData = InvocationData.DeserializePayload(row.GetString(0)),
            State = Columns.Text(row, 1),
            CreatedAt = Columns.Of(row.GetInt64(2)),
            ParametersSnapshot = JobRecords.Parameters(Columns.Text(row, 3)),
        }, number).SingleOrDefault();
        if (found is null) return null;
        (found.Job, found.LoadException) = JobRecords.Load(found.InvocationData);
        return found;
    }

    private static StateData? StateDataOf(Session session, long number) => session
        .Query("SELECT State.Name, State.Reason, State.Data FROM Job JOIN State ON State.JobId = Job.Id AND State.Number = Job.StateNumber WHERE Job.Id = ?1", row => new StateData
        {
            Name = row.GetString(0),
            Reason = Columns.Text(row, 1),
            Data = JobRecords.StateProperties(Columns.Text(row, 2)),
        }, number)
        .SingleOrDefault();
}
