using System.Globalization;
using System.Text.Json;
using Hangfire.Common;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Jobs, their parameters and states, as rows.</summary>
internal static class JobRecords
{
    private const string NewestState = "StateNumber = (SELECT max(Number) FROM State WHERE JobId = ?1), StateName = ?2";

    /// <exception cref="FormatException">The id is no number, so no job of this storage.</exception>
    public static long Number(string jobId) => long.Parse(jobId, NumberStyles.Integer, CultureInfo.InvariantCulture);

    public static bool TryNumber(string jobId, out long number) => long.TryParse(jobId, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    public static void Insert(Session session, NewJob job) => session.Execute(
        "INSERT INTO Job (Id, InvocationData, Parameters, CreatedAt, ExpireAt) VALUES (?1, ?2, ?3, ?4, ?5)",
        job.Id, job.Payload, job.Parameters, job.CreatedAt, job.ExpireAt);

    /// <summary>Takes that many ids for jobs that are inserted later, or never; no other job gets them. Tells the last.</summary>
    public static long ReserveIds(Session session, int count)
    {
        session.Execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'Job', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Job')");
        return session.Scalar<long>("UPDATE sqlite_sequence SET seq = seq + ?1 WHERE name = 'Job' RETURNING seq", count);
    }

    /// <summary>Sets a parameter of a job, or takes it away when the value is null; of no job, it does nothing.</summary>
    public static int SetParameter(Session session, long id, string name, string? value) => session.Execute("""
        UPDATE Job SET Parameters = json_patch(coalesce(Parameters, '{}'), json_object(?2, ?3)) WHERE Id = ?1
        """, id, name, value);

    public static string? Parameter(Session session, long id, string name) =>
        session.Scalar<string>("SELECT value FROM Job, json_each(Job.Parameters) WHERE Job.Id = ?1 AND key = ?2", id, name);

    public static Dictionary<string, string> Parameters(Session session, long id) =>
        Parameters(session.Scalar<string>("SELECT Parameters FROM Job WHERE Id = ?1", id));

    /// <summary>What the column <c>Parameters</c> says.</summary>
    public static Dictionary<string, string> Parameters(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];

    /// <summary>What the column <c>Parameters</c> has to say.</summary>
    public static string? ParametersText(IDictionary<string, string> parameters) => parameters.Count == 0 ? null : JsonSerializer.Serialize(parameters);

    /// <summary>Adds a state to the job's history; of no job, it does nothing.</summary>
    public static void AddState(Session session, long id, NewState state) => session.Execute("""
        INSERT INTO State (JobId, Number, Name, Reason, CreatedAt, Data)
            SELECT Id, coalesce((SELECT max(Number) FROM State WHERE JobId = ?1), 0) + 1, ?2, ?3, ?4, ?5 FROM Job WHERE Id = ?1
        """, id, state.Name, state.Reason, state.CreatedAt, state.Data);

    /// <summary>Adds a state, makes it the current one, and moves the job's end if asked to.</summary>
    public static void SetState(Session session, StateChange change)
    {
        var (id, state) = (change.JobId, change.State);
        AddState(session, id, state);
        if (change.MovesEnd) session.Execute($"UPDATE Job SET {NewestState}, ExpireAt = ?3 WHERE Id = ?1", id, state.Name, change.ExpireAt);
        else session.Execute($"UPDATE Job SET {NewestState} WHERE Id = ?1", id, state.Name);
    }

    /// <summary>A state's data, with keys in any case.</summary>
    public static StateProperties StateProperties(string? data) =>
        new(data is null ? [] : SerializationHelper.Deserialize<Dictionary<string, string>>(data) ?? []);

    /// <summary>The job, or why it can't be loaded into this program.</summary>
    public static (Job? Job, JobLoadException? Exception) Load(InvocationData data)
    {
        try
        {
            return (data.DeserializeJob(), null);
        }
        catch (JobLoadException cause)
        {
            return (null, cause);
        }
    }
}
