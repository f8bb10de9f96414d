using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>The job system, as far as stages need it. Failures go through to the caller, who tries again later.</summary>
public interface IStageJobs
{
    /// <summary>Has <see cref="StageJob"/> called for an execution, at least once.</summary>
    /// <param name="key">The execution.</param>
    /// <param name="trace">The producer's span, as W3C headers.</param>
    /// <returns>The job's id.</returns>
    string Enqueue(ExecutionKey key, IReadOnlyDictionary<string, string> trace);

    /// <summary>True while the job of that id exists, is for that execution, and will still call for it or is doing so.</summary>
    bool IsPending(string jobId, ExecutionKey key);
}
