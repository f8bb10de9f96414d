using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Web.Runs;

/// <summary>How each activity of a definition stands in a run of it. Pure.</summary>
internal static class ActivityStates
{
    /// <summary>By the activity's id; the run as <see cref="Lifecycle.Catalog.Runs.Show"/> gives it.</summary>
    public static IReadOnlyDictionary<string, ActivityState> Of(WorkflowDefinition definition, RunRow run)
    {
        ILookup<string, StageExecutionRow> stages = run.Stages.ToLookup(stage => stage.ActivityId, StringComparer.Ordinal);
        ILookup<string, JournalRow> journal = (run.Journal ?? []).ToLookup(line => line.ActivityId, StringComparer.Ordinal);
        HashSet<string> waiting = [.. Waiting(run)], faulted = [.. (run.Incidents ?? []).Where(incident => incident.ResolvedAt is null).Select(incident => incident.ActivityId)];
        Dictionary<string, ActivityState> states = new(StringComparer.Ordinal);
        // What is inside is looked at before what is around it.
        foreach (ActivityDefinition activity in definition.Activities.Reverse())
        {
            StageExecutionRow[] own = [.. stages[activity.Id]];
            StageExecutionRow[] attempts = [.. own.Where(stage => stage.Trial is null)];
            bool isUnderway = !run.HasEnded && activity.Activities.Any(inside => states[inside.Id].IsReached);
            states[activity.Id] = new ActivityState(activity.Id)
            {
                Word = WordOf(attempts, journal[activity.Id], waiting.Contains(activity.Id), faulted.Contains(activity.Id), isUnderway),
                Outcomes = [.. journal[activity.Id].SelectMany(line => line.Outcome?.Split(", ") ?? []).Distinct(StringComparer.Ordinal)],
                Lines = [.. journal[activity.Id].Select(line => line.Text).OfType<string>()],
                Attempts = attempts,
                Trials = [.. own.Where(stage => stage.Trial is not null).OrderBy(stage => stage.Trial).ThenBy(stage => stage.Attempt)],
            };
        }
        return states;
    }

    /// <summary>What a run is asked about first where nobody has chosen: what failed, else what waits or works, else what was measured last, else the first.</summary>
    public static string? MostTelling(WorkflowDefinition definition, IReadOnlyDictionary<string, ActivityState> states)
    {
        ActivityState[] inOrder = [.. definition.Activities.Where(activity => activity.Activities.Count == 0).Select(activity => states[activity.Id])];
        return (inOrder.FirstOrDefault(state => state.Word == "failed")
            ?? inOrder.FirstOrDefault(state => state.Word is "waiting")
            ?? inOrder.FirstOrDefault(state => state.Word is "running" or "queued")
            ?? inOrder.LastOrDefault(state => state.Last is { Stage: "evaluate" or "monitor" })
            ?? inOrder.FirstOrDefault(state => state.IsReached)
            ?? inOrder.FirstOrDefault())?.Id;
    }

    private static string WordOf(StageExecutionRow[] attempts, IEnumerable<JournalRow> journal, bool isWaiting, bool hasFaulted, bool isUnderway) =>
        attempts is [.., var last] ? StageWord.Of(last)
        : isWaiting ? "waiting"
        : hasFaulted ? "failed"
        : isUnderway ? "running"
        : journal.LastOrDefault() is { } line ? line.Outcome is null ? "cancelled" : "succeeded"
        : "";

    private static IEnumerable<string> Waiting(RunRow run) =>
        [.. (run.Waits ?? []).Select(wait => wait.ActivityId), .. (run.Approvals ?? []).Where(approval => approval.Status == ApprovalStatus.Pending).Select(approval => approval.ActivityId)];
}
