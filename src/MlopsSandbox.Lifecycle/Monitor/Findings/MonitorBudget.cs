using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>How a check's false-alarm budget is shared: half goes to the tests of each feature, the predictions and the AUC, half evenly to the other monitors.</summary>
/// <param name="Check">Probability of any false alarm in one check, everything together; in (0, 1).</param>
/// <remarks>Shares add up to the whole (Bonferroni), so it is kept however the monitors depend on each other.</remarks>
public readonly record struct MonitorBudget(double Check)
{
    /// <summary>Monitors that can alarm by chance: all but the one for skew between training and serving, which compares numbers that must be equal.</summary>
    public const int Sharing = 8;

    /// <summary>Share of the tests of each feature, the predictions and the AUC, together.</summary>
    public double DriftTests => Check / 2;

    /// <summary>Share of each other monitor.</summary>
    public double EachMonitor => Check / 2 / Sharing;

    /// <summary>The budget of one of the scenario's planned checks.</summary>
    public static MonitorBudget Of(MonitorSettings monitor) => new(monitor.FalseAlarmBudget / monitor.PlannedChecks);
}
