using Hangfire.Common;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A job as its rows will hold it, with the id that was reserved for it, if any.</summary>
internal sealed record NewJob(string Payload, string? Parameters, long CreatedAt, long ExpireAt, long? Id = null)
{
    public static NewJob Of(Job job, IDictionary<string, string> parameters, DateTime createdAt, TimeSpan expireIn)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(parameters);
        var payload = InvocationData.SerializeJob(job).SerializePayload();
        return new NewJob(payload, JobRecords.ParametersText(parameters), Columns.Milliseconds(createdAt), Columns.Milliseconds(createdAt + expireIn));
    }
}
