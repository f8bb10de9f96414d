using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>The commands that decide what a run asks.</summary>
internal static class ApprovalHints
{
    /// <summary>A line for each question that waits.</summary>
    public static void Draw(IAnsiConsole console, RunRow run, Hints hints)
    {
        foreach (ApprovalRow approval in (run.Approvals ?? []).Where(approval => approval.Status == ApprovalStatus.Pending))
            console.WriteHint($"{run.Id} waits for '{approval.Title}'; decide by", $"{Command("approve", run, approval, hints)}; {Command("reject", run, approval, hints)}");
    }

    private static string Command(string word, RunRow run, ApprovalRow approval, Hints hints) =>
        hints.For(word, run.Id, approval.ActivityId, "--reason", "why");
}
