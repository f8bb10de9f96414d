using Hangfire.Common;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A job as its row will hold it.</summary>
internal sealed record NewJob(long Id, string Payload, string? Parameters, long CreatedAt)
{
    /// <summary>When the job may be removed; null: not yet.</summary>
    public long? ExpireAt { get; set; }

    public static NewJob Of(Func<long> nextId, Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parameters);
        var payload = InvocationData.SerializeJob(job).SerializePayload();
        var text = JobRecords.ParametersText(parameters);
        return new NewJob(nextId(), payload, text, Columns.Milliseconds(createdAt)) { ExpireAt = Columns.Milliseconds(createdAt + expireIn) };
    }
}
