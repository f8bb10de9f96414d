using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Clock;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>What one daily check measured of one feature, of the predictions or of the quality.</summary>
/// <param name="Day">The day at whose end it was checked.</param>
/// <param name="Name">Feature, <c>prediction</c> or <c>quality</c>.</param>
/// <param name="Test">The test that speaks for it.</param>
/// <param name="Score">The test's statistic; null when it is not defined.</param>
/// <param name="Threshold">The score from which it alarms with the window's size; null when none could.</param>
/// <param name="Severity">How far beyond its thresholds; from 1 on it alarms.</param>
/// <param name="Drifted">True when it alarmed.</param>
public sealed record DriftScore(int Day, string Name, string Test, double? Score, double? Threshold, double? Severity, bool Drifted)
{
    /// <summary>The scores of a report, in its order: what alarms first, the largest effect first.</summary>
    public static IReadOnlyList<DriftScore> Of(StoryCalendar calendar, DriftReportRow report) =>
    [
        .. report.Report.GetProperty("features").EnumerateArray().Select(feature => new DriftScore(
            calendar.DayOfCheck(report.At),
            feature.GetProperty("name").GetString()!,
            feature.GetProperty("test").GetString()!,
            NumberOf(feature, "score"),
            NumberOf(feature, "threshold"),
            NumberOf(feature, "severity"),
            feature.GetProperty("drifted").GetBoolean())),
    ];

    private static double? NumberOf(JsonElement feature, string name) =>
        feature.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;
}
