using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Walkthrough;

/// <summary>What goes on now.</summary>
/// <param name="What">In a few words.</param>
/// <param name="Share">How far it is, in [0, 1]; null when nobody can tell.</param>
internal sealed record Status(string What, double? Share)
{
    /// <summary>What a run is busy with; null when nothing of it is at work.</summary>
    public static Status? Of(RunRow run)
    {
        if (run.QueuedBehind is { } before) return new Status($"{run.Id} waits for its turn behind {string.Join(", ", before)}", null);
        StageExecutionRow[] trials = [.. run.Stages.Where(stage => stage.Trial is not null)];
        int ended = trials.Count(trial => trial.Status == ExecutionStatus.Succeeded);
        if (ended < trials.Length)
            return new Status(FormattableString.Invariant($"{trials[0].Stage}: {ended} of {trials.Length} trials so far"), (double)ended / trials.Length);
        string[] atWork = [.. run.Stages.Where(stage => stage.Trial is null && stage.Status == ExecutionStatus.Running).Select(stage => stage.ActivityId)];
        if (atWork.Length > 0) return new Status($"at work: {string.Join(", ", atWork)}", null);
        return run.Waits?.FirstOrDefault(wait => wait.Kind == WaitKind.Timer) is { DueAt: { } due } wait
            ? new Status($"{wait.ActivityId} waits until {Figures.Time(due)}{(wait.IsSimulated ? " of the story" : " UTC")}", null)
            : null;
    }
}
