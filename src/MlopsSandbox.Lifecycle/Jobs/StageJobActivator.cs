using Hangfire;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Gives Hangfire's server the one <see cref="StageJob"/> of this process.</summary>
public sealed class StageJobActivator(StageJob job) : JobActivator
{
    /// <inheritdoc/>
    public override object ActivateJob(Type jobType) => jobType == typeof(StageJob) ? job : base.ActivateJob(jobType);
}
