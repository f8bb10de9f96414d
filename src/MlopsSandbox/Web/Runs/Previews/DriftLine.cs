using System.Text.Json;

namespace MlopsSandbox.Web.Runs.Previews;

/// <summary>A line of a drift report.</summary>
/// <param name="Name">The feature, the prediction or the quality.</param>
/// <param name="Test">The test that spoke for it.</param>
/// <param name="Score">Its statistic; more is worse; null when it is not defined.</param>
/// <param name="Threshold">From where it alarms; null when nothing could reach it.</param>
/// <param name="P">p value; null where there is none.</param>
/// <param name="IsDrifted">True when it alarms.</param>
/// <param name="Why">Why it alarms, or was not judged.</param>
internal sealed record DriftLine(string Name, string Test, double? Score, double? Threshold, double? P, bool IsDrifted, string Why)
{
    /// <summary>The lines of a written report, in its order.</summary>
    public static IReadOnlyList<DriftLine> Of(JsonElement report) =>
    [
        .. report.GetProperty("features").EnumerateArray().Select(measure => new DriftLine(
            measure.GetProperty("name").GetString()!, measure.GetProperty("test").GetString()!, Number(measure, "score"), Number(measure, "threshold"), Number(measure, "p"),
            measure.GetProperty("drifted").GetBoolean(), measure.TryGetProperty("why", out JsonElement why) ? why.GetString() ?? "" : "")),
    ];

    private static double? Number(JsonElement measure, string name) => measure.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
