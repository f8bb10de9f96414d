using System.Text.Json;

namespace MlopsSandbox.Web.Monitor;

/// <summary>Quality that a check measured on labels, beside that of the held-out rows, as it was written; null what is not defined.</summary>
/// <param name="Metric">Such as <c>auc</c>.</param>
/// <param name="Rows">Requests whose labels arrived in the window's time.</param>
/// <param name="Value">On them.</param>
/// <param name="StandardError">Of <paramref name="Value"/>.</param>
/// <param name="Baseline">On the held-out rows.</param>
/// <param name="BaselineStandardError">Of <paramref name="Baseline"/>.</param>
public sealed record CheckQuality(string Metric, int Rows, double? Value, double? StandardError, double? Baseline, double? BaselineStandardError)
{
    private const string Before = "baseline", Error = "StandardError";

    /// <summary>The metric for people, such as <c>AUC</c>.</summary>
    public string Name => Metric.ToUpperInvariant();

    /// <summary>Reads the section <c>quality</c> of a report.</summary>
    internal static CheckQuality Of(JsonElement quality)
    {
        string baseline = quality.EnumerateObject().Select(one => one.Name).FirstOrDefault(name => name.StartsWith(Before, StringComparison.Ordinal) && !name.EndsWith(Error, StringComparison.Ordinal)) ?? $"{Before}Auc";
        string metric = char.ToLowerInvariant(baseline[Before.Length]) + baseline[(Before.Length + 1)..];
        return new CheckQuality(metric, quality.GetProperty("rows").GetInt32(), NumberOf(quality, metric), NumberOf(quality, metric + Error), NumberOf(quality, baseline), NumberOf(quality, baseline + Error));
    }

    private static double? NumberOf(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;
}
