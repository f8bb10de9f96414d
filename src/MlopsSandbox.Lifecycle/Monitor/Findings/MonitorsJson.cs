using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>Writes the section <c>monitors</c> of a drift report.</summary>
internal static class MonitorsJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<MonitorResult> results)
    {
        writer.WriteStartArray("monitors");
        foreach (MonitorResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("monitor", JsonNamingPolicy.CamelCase.ConvertName(result.Monitor.ToString()));
            writer.WriteString("verdict", result.Verdict);
            writer.WriteNumber("alpha", result.Alpha);
            writer.WriteNumber("judged", result.Judged);
            writer.WriteString("notJudged", result.NotJudged);
            writer.WriteStartArray("findings");
            foreach (MonitorFinding finding in result.Findings) WriteFinding(writer, finding);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter writer, MonitorFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", finding.Subject);
        writer.WriteString("measure", finding.Measure);
        FiniteNumber.Write(writer, "value", finding.Value);
        FiniteNumber.Write(writer, "reference", finding.Reference);
        FiniteNumber.Write(writer, "low", finding.Low);
        FiniteNumber.Write(writer, "high", finding.High);
        FiniteNumber.Write(writer, "p", finding.P);
        FiniteNumber.Write(writer, "alpha", finding.Alpha);
        writer.WriteBoolean("found", finding.Found);
        writer.WriteString("notJudged", finding.NotJudged);
        writer.WriteString("text", finding.Text);
        writer.WriteEndObject();
    }
}
