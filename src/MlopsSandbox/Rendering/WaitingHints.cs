using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>The commands that let a run go on which waits for people, is paused, or failed.</summary>
internal static class WaitingHints
{
    /// <summary>A line for each question that waits, and one for what failed.</summary>
    public static void Draw(IAnsiConsole console, RunRow run, Hints hints)
    {
        if (run.QueuedBehind is { } before)
            console.WriteHint($"{run.Id} waits for its turn, as '{run.Workflow}' runs only so many at a time; before it", string.Join("; ", before.Select(id => hints.For("show", id))));
        if (run.Status == RunStatus.Paused) console.WriteHint($"{run.Id} is paused; go on by", hints.For("resume", run.Id));
        foreach (ApprovalRow approval in (run.Approvals ?? []).Where(approval => approval.Status == ApprovalStatus.Pending))
            console.WriteHint($"{run.Id} waits for '{approval.Title}'; decide by", $"{Command("approve", run, approval, hints)}; {Command("reject", run, approval, hints)}");
        string[] failed = [.. (run.Incidents ?? []).Where(incident => incident.ResolvedAt is null).Select(incident => incident.ActivityId).Distinct(StringComparer.Ordinal)];
        if (failed.Length > 0 && run.Status is RunStatus.Waiting or RunStatus.Failed)
            console.WriteHint($"'{string.Join("', '", failed)}' failed; try again by", hints.For("retry", run.Id));
    }

    private static string Command(string word, RunRow run, ApprovalRow approval, Hints hints) =>
        hints.For(word, run.Id, approval.ActivityId, "--reason", "why");
}
