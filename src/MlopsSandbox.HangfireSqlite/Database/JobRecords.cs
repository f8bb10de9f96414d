using System.Globalization;
using Hangfire.Common;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>Jobs, their parameters and states, as rows.</summary>
internal static class JobRecords
{
    /// <exception cref="FormatException">The id is no number, so no job of this storage.</exception>
    public static long Number(string jobId) => long.Parse(jobId, NumberStyles.Integer, CultureInfo.InvariantCulture);

    public static bool TryNumber(string jobId, out long number) => long.TryParse(jobId, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    public static long Insert(Session session, NewJob job)
    {
        var id = session.Scalar<long>("INSERT INTO Job (Id, InvocationData, CreatedAt, ExpireAt) VALUES (?1, ?2, ?3, ?4) RETURNING Id",
            job.Id, job.Payload, job.CreatedAt, job.ExpireAt);
        foreach (var (name, value) in job.Parameters) SetParameter(session, id, name, value);
        return id;
    }

    /// <summary>Takes the next id for a job that is inserted later, or never; no other job gets it.</summary>
    public static long ReserveId(Session session)
    {
        session.Execute("INSERT INTO sqlite_sequence (name, seq) SELECT 'Job', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'Job')");
        return session.Scalar<long>("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'Job' RETURNING seq");
    }

    /// <summary>Sets a parameter of a job; of no job, it does nothing.</summary>
    public static int SetParameter(Session session, long id, string name, string? value) => session.Execute("""
        INSERT INTO JobParameter (JobId, Name, Value) SELECT Id, ?2, ?3 FROM Job WHERE Id = ?1
        ON CONFLICT (JobId, Name) DO UPDATE SET Value = excluded.Value
        """, id, name, value);

    public static Dictionary<string, string> Parameters(Session session, long id) => session
        .Query("SELECT Name, Value FROM JobParameter WHERE JobId = ?1", row => KeyValuePair.Create(row.GetString(0), Columns.Text(row, 1)!), id)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Adds a state to the job's history; false when there is no such job.</summary>
    public static bool AddState(Session session, long id, NewState state) => session.Execute(
        "INSERT INTO State (JobId, Name, Reason, CreatedAt, Data) SELECT Id, ?2, ?3, ?4, ?5 FROM Job WHERE Id = ?1",
        id, state.Name, state.Reason, state.CreatedAt, state.Data) == 1;

    /// <summary>Adds a state and makes it the current one.</summary>
    public static void SetState(Session session, long id, NewState state)
    {
        if (AddState(session, id, state))
            session.Execute("UPDATE Job SET StateId = last_insert_rowid(), StateName = ?2 WHERE Id = ?1", id, state.Name);
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
