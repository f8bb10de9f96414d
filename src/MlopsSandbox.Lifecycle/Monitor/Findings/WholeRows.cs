using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>What monitors that look at whole rows need before they can judge anything.</summary>
internal static class WholeRows
{
    /// <summary>Why whole rows cannot be compared, as a sentence; null when they can.</summary>
    public static string? Problem(MonitorEvidence evidence)
    {
        if (!evidence.Scenario.Monitor.Watches.Contains(WatchedPart.Features)) return "The scenario does not watch features (monitor.watch).";
        if (evidence.Baseline.Rows is null) return "The baseline is of an older version and keeps no whole rows. Deploy the model again.";
        return evidence.Window.Requests.Count == 0 ? "The window has no requests." : null;
    }
}
