using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>
/// A stage of the lifecycle as the runner sees it: it reads settings and inputs, calls the pure function beside it,
/// and returns what it made. It writes nothing to the catalog itself: <see cref="StageCompleted.Effects"/> are committed with its outcome.
/// </summary>
public interface IStage
{
    /// <summary>Type, inputs, outcomes and outputs, declared here and nowhere else.</summary>
    ActivityDescriptor Descriptor { get; }

    /// <summary>Does the work of one execution, or of its next step when it asked for trials.</summary>
    /// <exception cref="StageException">The work cannot be done, for a reason that people can mend.</exception>
    StageResult Execute(StageContext context, CancellationToken cancellation);
}

/// <summary>A stage that splits its work into trials, each a job of its own.</summary>
public interface ITrialStage : IStage
{
    /// <summary>Does the work of one trial. The stage's <see cref="IStage.Execute"/> is called again when a batch has ended.</summary>
    StageCompleted ExecuteTrial(StageContext context, TrialSpec trial, CancellationToken cancellation);
}
