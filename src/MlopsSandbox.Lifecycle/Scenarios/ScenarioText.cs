using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>The text of a drafted <c>scenario.json</c>, laid out to be read and changed by hand.</summary>
internal static class ScenarioText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static string Of(string name, string dataFile, LabelSurvey label, IReadOnlyList<ColumnSurvey> features, StoryDraft story)
    {
        int missCost = Math.Max(1, (int)Math.Round((double)(label.Rows - label.Positives) / label.Positives));
        string kinds = string.Join(",\n", features.Select(feature => $"    {{ \"name\": {Text(feature.Name)}, \"kind\": \"{(feature.Kind == FeatureKind.Numeric ? "numeric" : "categorical")}\" }}"));
        return string.Create(CultureInfo.InvariantCulture,
            $$"""
            {
              "name": "{{name}}",
              "title": {{Text($"{name}: {label.Column} = {label.Positive}?")}},
              "task": "binary-classification",
              "data": {{Text(dataFile)}},
              "label": { "column": {{Text(label.Column)}}, "positive": {{Text(label.Positive)}} },
              "features": [
            {{kinds}}
              ],
              "goal": {{Text($"Find the rows whose {label.Column} is {label.Positive} before it is known.")}},
              "successCriteria": [
                { "metric": "auc", "atLeast": 0.6 }
              ],
              "costs": { "currency": "units", "falsePositive": 1, "falseNegative": {{missCost}} },
              {{story.Settings}}
            }

            """);
    }

    /// <summary>A JSON text, with letters of all languages as they are.</summary>
    public static string Text(string text) => JsonSerializer.Serialize(text, Readable);
}
