using System.Text.Json;
using MlopsSandbox.Lifecycle.Monitor.Findings;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>When something that checks find becomes an alert, and when the alert is over.</summary>
/// <param name="Name">What it is about, see <see cref="AlertRules"/>.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record AlertRule(string Name, AlertSeverity Severity)
{
    /// <summary>Checks that must fire for an alert, from 1.</summary>
    public int RaiseAfter { get; init; } = 1;

    /// <summary>The last so many checks among which they are counted; at least <see cref="RaiseAfter"/>.</summary>
    public int OfChecks { get; init; } = 1;

    /// <summary>Quiet checks in a row that end an alert, from 1.</summary>
    public int ClearAfter { get; init; } = 3;

    /// <summary>Simulated days after an alert has ended in which the same thing raises no other; 0 for none.</summary>
    public double CooldownDays { get; init; }
}

/// <summary>The rules that hold where nobody has written others.</summary>
public static class AlertRules
{
    /// <summary>A feature drifted.</summary>
    public const string Drift = "drift";
    /// <summary>The scores drifted.</summary>
    public const string Prediction = "prediction";
    /// <summary>Labels show that the model got worse.</summary>
    public const string Quality = "quality";

    /// <summary>The rules, one for each name that a signal may carry.</summary>
    /// <remarks>Each check keeps to the false-alarm budget already, so one that fires is enough.</remarks>
    public static IReadOnlyList<AlertRule> Default { get; } =
    [
        new(Drift, AlertSeverity.Warning),
        new(Prediction, AlertSeverity.Warning),
        new(Quality, AlertSeverity.Critical),
        .. Enum.GetValues<MonitorKind>().Select(monitor => new AlertRule(NameOf(monitor), AlertSeverity.Warning)),
    ];

    /// <summary>The rule of what a monitor finds, named as the monitor is in drift reports, such as <c>dataQuality</c>.</summary>
    public static string NameOf(MonitorKind monitor) => JsonNamingPolicy.CamelCase.ConvertName(monitor.ToString());
}
