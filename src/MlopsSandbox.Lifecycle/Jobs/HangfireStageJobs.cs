using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Hangfire's queue <c>default</c>.</summary>
public sealed class HangfireStageJobs(IBackgroundJobClient client, JobStorage storage) : IStageJobs
{
    /// <inheritdoc/>
    public string Enqueue(ExecutionKey key, IReadOnlyDictionary<string, string> trace)
    {
        Dictionary<string, string> headers = new(trace, StringComparer.Ordinal);
        Job job = Job.FromExpression<StageJob>(stage => stage.Run(key.RunId, key.ExecutionId, key.Ordinal, key.Attempt, headers, null, CancellationToken.None));
        return client.Create(job, new EnqueuedState(StageJob.Queue));
    }

    /// <inheritdoc/>
    public bool IsPending(string jobId, ExecutionKey key)
    {
        using IStorageConnection connection = storage.GetConnection();
        return connection.GetJobData(jobId) is { Job: { } job } data
            && data.State is not ("Succeeded" or "Failed" or "Deleted")
            && job.Type == typeof(StageJob)
            && job.Args.Take(4).SequenceEqual([key.RunId, key.ExecutionId, key.Ordinal, key.Attempt]);
    }
}
