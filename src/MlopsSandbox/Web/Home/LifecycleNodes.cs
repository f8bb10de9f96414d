using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Home;

/// <summary>The stations of the lifecycle and where each stands. Pure.</summary>
internal static class LifecycleNodes
{
    private static readonly string[] Stages = ["ingest", "prep", "train", "tune", "evaluate", "deploy"];

    /// <summary>All stations, in the order in which data flows.</summary>
    public static IReadOnlyList<LifecycleNode> Of(HomeView view) =>
        [.. Stages.Select(stage => StageOf(view, view.Training, stage)), Endpoint(view), Monitor(view), Policy(view)];

    private static LifecycleNode StageOf(HomeView view, RunRow? run, string stage)
    {
        StageExecutionRow[] executions = run is null ? [] : [.. run.Stages.Where(one => one.Stage == stage)];
        if (executions.Length == 0) return new LifecycleNode(stage, LifecycleNode.Idle, "", null);
        StageExecutionRow shown = executions.FirstOrDefault(one => one.Trial is null && one.Status is not ExecutionStatus.Succeeded) ?? executions.Last(one => one.Trial is null || executions.All(other => other.Trial is not null));
        string address = $"/runs/{run!.Id}?stage={Uri.EscapeDataString(shown.ActivityId)}";
        int trials = executions.Count(one => one.Trial is not null);
        bool isDone = executions.All(one => one.Status is ExecutionStatus.Succeeded or ExecutionStatus.Skipped);
        string line = stage == "deploy" && view.Progress?.Champions.FirstOrDefault(champion => champion.RunId == run.Id) is { } made ? FormattableString.Invariant($"version {made.Version} is champion") : StageLine.Of(stage, executions);
        if (!isDone && trials > 0) line = $"{executions.Count(one => one.Trial is not null && one.Status == ExecutionStatus.Succeeded)} of {trials} trials";
        return new LifecycleNode(stage, Tables.Word(isDone ? ExecutionStatus.Succeeded : shown.Status), line, address);
    }

    private static LifecycleNode Endpoint(HomeView view)
    {
        if (view.Champion is not { } champion) return new LifecycleNode("endpoint", LifecycleNode.Idle, "", null);
        string line = view.Newest is { } day ? $"version {champion.Version}, {Figures.Count(day.Requests)} requests a day" : $"version {champion.Version}, no traffic yet";
        return new LifecycleNode("endpoint", "ok", line, $"/models/{Uri.EscapeDataString(champion.Model)}/{champion.Version}");
    }

    private static LifecycleNode Monitor(HomeView view)
    {
        if (view.Check is { HasEnded: false } at) return new LifecycleNode("monitor", "running", "checks the window", $"/runs/{at.Id}");
        if (view.NewestChecked is not { Check: { } check } day) return new LifecycleNode("monitor", LifecycleNode.Idle, "", null);
        string address = $"/monitor/{Uri.EscapeDataString(view.Story.ModelName)}?check={Uri.EscapeDataString(check.ReportId)}";
        return check.Alarmed.Count == 0
            ? new LifecycleNode("monitor", "ok", $"day {day.Day}: nothing drifted", address)
            : new LifecycleNode("monitor", "alarm", $"day {day.Day}: {string.Join(", ", check.Alarmed.Take(2))}{(check.Alarmed.Count > 2 ? FormattableString.Invariant($" and {check.Alarmed.Count - 2} more") : "")}", address);
    }

    private static LifecycleNode Policy(HomeView view)
    {
        string address = $"/monitor/{Uri.EscapeDataString(view.Story.ModelName)}";
        if (view.Trainings is [_, .., { HasEnded: false } retrain]) return new LifecycleNode("policy", "running", "retrains now", $"/runs/{retrain.Id}");
        return (view.Progress is { Decisions: [.., var last] } ? last : null) switch
        {
            null => new LifecycleNode("policy", LifecycleNode.Idle, "", null),
            { Choice: "none" } => new LifecycleNode("policy", "ok", "no reason to retrain", address),
            { Choice: "wait" } => new LifecycleNode("policy", "waiting", "waits for labels", address),
            { } decision => new LifecycleNode("policy", "ok", $"retrained on day {decision.Day}", address),
        };
    }
}
