using System.Text.Json;
using MlopsSandbox.Lifecycle.Monitor.Findings;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Writes a drift report as everybody sees it. The catalog adds its id.</summary>
public static class DriftReportJson
{
    /// <summary>UTF-8 JSON; figures that are not defined, and thresholds that nothing could reach, are null.</summary>
    public static byte[] Write(DriftReport report)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("windowStart", report.WindowStart.UtcDateTime);
            writer.WriteString("windowEnd", report.WindowEnd.UtcDateTime);
            writer.WriteNumber("rows", report.Rows);
            writer.WriteBoolean("drifted", report.Drifted);
            writer.WriteStartArray("features");
            foreach (DriftMeasure measure in report.Measures) WriteMeasure(writer, measure);
            writer.WriteEndArray();
            WriteQuality(writer, report);
            MonitorsJson.Write(writer, report.Monitors);
            writer.WriteStartArray("notes");
            foreach (string note in report.Notes) writer.WriteStringValue(note);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Simulated begin of the window of a written report.</summary>
    public static DateTimeOffset WindowStart(JsonElement report) => report.GetProperty("windowStart").GetDateTimeOffset();

    /// <summary>Names and kinds of what alarmed in a written report, in its order.</summary>
    public static IReadOnlyList<(string Name, DriftKind Kind)> Drifted(JsonElement report) =>
    [
        .. report.GetProperty("features").EnumerateArray()
            .Where(measure => measure.GetProperty("drifted").GetBoolean())
            .Select(measure => (measure.GetProperty("name").GetString()!, Enum.Parse<DriftKind>(measure.GetProperty("kind").GetString()!, ignoreCase: true))),
    ];

    private static void WriteMeasure(Utf8JsonWriter writer, DriftMeasure measure)
    {
        writer.WriteStartObject();
        writer.WriteString("name", measure.Name);
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(measure.Kind.ToString()));
        writer.WriteString("test", measure.Test);
        FiniteNumber.Write(writer, "score", measure.Score);
        FiniteNumber.Write(writer, "threshold", measure.Threshold);
        writer.WriteBoolean("drifted", measure.Drifted);
        FiniteNumber.Write(writer, "p", measure.P);
        FiniteNumber.Write(writer, "alpha", measure.Alpha);
        FiniteNumber.Write(writer, "psi", measure.Psi);
        FiniteNumber.Write(writer, "psiThreshold", measure.PsiThreshold);
        FiniteNumber.Write(writer, "effect", measure.Effect);
        FiniteNumber.Write(writer, "severity", measure.Severity);
        writer.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(measure.Verdict.ToString()));
        FiniteNumber.Write(writer, "moved", measure.Moved);
        FiniteNumber.Write(writer, "leastMoved", measure.LeastMoved);
        writer.WriteNumber("leastRows", measure.LeastRows);
        writer.WriteString("why", measure.NotJudged ?? measure.Why);
        writer.WriteEndObject();
    }

    private static void WriteQuality(Utf8JsonWriter writer, DriftReport report)
    {
        writer.WriteStartObject("quality");
        writer.WriteNumber("rows", report.LabelledRows);
        string metric = report.Baseline.Metric;
        WriteEstimate(writer, metric, report.Labelled);
        WriteEstimate(writer, $"baseline{char.ToUpperInvariant(metric[0])}{metric[1..]}", report.Baseline);
        if (!double.IsNaN(report.MeanError)) FiniteNumber.Write(writer, "meanError", report.MeanError);
        writer.WriteEndObject();
    }

    private static void WriteEstimate(Utf8JsonWriter writer, string name, QualityEstimate estimate)
    {
        FiniteNumber.Write(writer, name, estimate.Value);
        FiniteNumber.Write(writer, name + "StandardError", estimate.StandardError);
    }
}
