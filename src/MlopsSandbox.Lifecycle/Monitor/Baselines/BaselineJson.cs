using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Writes and reads a baseline as the artifact of kind <c>baseline</c>: equal baselines give equal bytes.</summary>
public static class BaselineJson
{
    // Format 1 had no monitors and format 2 no rows; both are still read, and written where there are none.
    private const int Format = 3, WithoutRows = 2, WithoutMonitors = 1;

    /// <summary>UTF-8 JSON with keys in order and shortest round-trip numbers.</summary>
    public static byte[] Write(Baseline baseline)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("features");
            foreach (ColumnSummary feature in baseline.Features) WriteFeature(writer, feature);
            writer.WriteEndArray();
            writer.WriteNumber("format", baseline.Rows is not null ? Format : baseline.Monitors is not null ? WithoutRows : WithoutMonitors);
            WriteHeldOut(writer, baseline);
            if (baseline.Monitors is { } monitors)
            {
                writer.WritePropertyName("monitors");
                writer.WriteRawValue(ArtifactJson.Write(monitors));
            }

            if (baseline.Rows is { } rows) RowSampleJson.Write(writer, rows);

            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not a baseline of this format.</exception>
    public static Baseline Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement root = document.RootElement;
            int format = root.GetProperty("format").GetInt32();
            if (format is not (Format or WithoutRows or WithoutMonitors)) throw new FormatException(FormattableString.Invariant($"The baseline has format {format}; expected {WithoutMonitors} to {Format}. Deploy the model again."));
            JsonElement heldOut = root.GetProperty("heldOut");
            double[] scores = Numbers(heldOut.GetProperty("scores"));
            double[] labels = Numbers(heldOut.GetProperty("labels"));
            return new Baseline
            {
                Task = heldOut.TryGetProperty("mae", out _) ? PredictionTask.Regression : PredictionTask.BinaryClassification,
                Features = [.. root.GetProperty("features").EnumerateArray().Select(ReadFeature)],
                HeldOutScores = scores,
                HeldOutLabels = labels,
                Monitors = root.TryGetProperty("monitors", out JsonElement monitors) ? ArtifactJson.Read<MonitorBaseline>(JsonSerializer.SerializeToUtf8Bytes(monitors)) : null,
                Rows = root.TryGetProperty("rows", out JsonElement rows) ? RowSampleJson.Read(rows) : null,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"This is not a baseline: {problem.Message} Deploy the model again.", problem);
        }
    }

    private static void WriteFeature(Utf8JsonWriter writer, ColumnSummary feature)
    {
        writer.WriteStartObject();
        if (feature is CategoricalSummary categorical)
        {
            writer.WriteStartObject("counts");
            foreach ((string value, int rows) in categorical.Counts) writer.WriteNumber(value, rows);
            writer.WriteEndObject();
        }

        writer.WriteNumber("missing", feature.Missing);
        writer.WriteString("name", feature.Name);
        if (feature is NumericSummary numeric) WriteNumbers(writer, "values", numeric.Values);
        writer.WriteEndObject();
    }

    // The quality and its error are for people; reading measures them again from the scores. Keys stand in order.
    private static void WriteHeldOut(Utf8JsonWriter writer, Baseline baseline)
    {
        writer.WriteStartObject("heldOut");
        QualityEstimate quality = baseline.HeldOut;
        if (baseline.Task == PredictionTask.BinaryClassification) WriteQuality(writer, quality);
        WriteNumbers(writer, "labels", baseline.HeldOutLabels);
        if (baseline.Task == PredictionTask.Regression) WriteQuality(writer, quality);
        WriteNumbers(writer, "scores", baseline.HeldOutScores);
        writer.WriteEndObject();
    }

    private static void WriteQuality(Utf8JsonWriter writer, QualityEstimate quality)
    {
        FiniteNumber.Write(writer, quality.Metric, quality.Value);
        FiniteNumber.Write(writer, quality.Metric + "StandardError", quality.StandardError);
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, double[] values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values) writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }

    private static ColumnSummary ReadFeature(JsonElement feature)
    {
        string name = feature.GetProperty("name").GetString() ?? throw new FormatException("A feature of the baseline has no name.");
        int missing = feature.GetProperty("missing").GetInt32();
        if (feature.TryGetProperty("values", out JsonElement values)) return new NumericSummary(name, Numbers(values), missing);
        Dictionary<string, int> counts = feature.GetProperty("counts").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt32());
        return new CategoricalSummary(name, new SortedDictionary<string, int>(counts, StringComparer.Ordinal), missing);
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];
}
