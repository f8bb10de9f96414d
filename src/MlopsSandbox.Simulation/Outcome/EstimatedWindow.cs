using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>A metric that a check estimated for its window of requests before their labels arrive.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end of its 95 % interval; null where there is none.</param>
/// <param name="High">Its upper end.</param>
public sealed record EstimatedWindow(double Value, double? Low, double? High)
{
    private const string Monitor = "estimatedQuality";

    /// <summary>The estimate of a metric in a report; null when it has none.</summary>
    public static EstimatedWindow? Of(DriftReportRow report, string metric)
    {
        if (!report.Report.TryGetProperty("monitors", out JsonElement monitors)) return null;
        JsonElement[] found =
        [
            .. monitors.EnumerateArray().Where(monitor => monitor.GetProperty("monitor").GetString() == Monitor)
                .SelectMany(monitor => monitor.GetProperty("findings").EnumerateArray())
                .Where(finding => finding.GetProperty("measure").GetString() == metric),
        ];
        return found is [var estimate, ..] && NumberOf(estimate, "value") is { } value ? new EstimatedWindow(value, NumberOf(estimate, "low"), NumberOf(estimate, "high")) : null;
    }

    private static double? NumberOf(JsonElement finding, string name) => finding.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
