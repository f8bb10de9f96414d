using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Web.Models;

/// <summary>One field of a form that asks a model.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Hint">What values it had in the data that the model came from; empty when that is not known.</param>
/// <param name="Choices">For a category: its values, the commonest first; empty for a number.</param>
/// <param name="Usual">A usual value: the median, or the commonest.</param>
internal sealed record TryField(Feature Feature, string Hint, IReadOnlyList<string> Choices, string Usual)
{
    private const int MostChoices = 200;

    /// <summary>A field a feature of the signature, in its order.</summary>
    /// <param name="signature">What the model takes.</param>
    /// <param name="baseline">What the data looked like; null when that was not kept.</param>
    public static IReadOnlyList<TryField> Of(ModelSignature signature, Baseline? baseline) =>
        [.. signature.Inputs.Select(feature => Of(feature, baseline?.Features.FirstOrDefault(summary => summary.Name == feature.Name)))];

    /// <summary>The text of a value as it was captured; empty where it was missing.</summary>
    public static string TextOf(CapturedRequest request, string feature) => request.Features.TryGetValue(feature, out JsonElement value)
        ? value.ValueKind switch { JsonValueKind.Null or JsonValueKind.Undefined => "", JsonValueKind.String => value.GetString()!, _ => value.GetRawText() }
        : "";

    private static TryField Of(Feature feature, ColumnSummary? summary) => summary switch
    {
        NumericSummary { Values.Length: > 0 } numeric => new(feature, $"{Number(numeric.Values[0])} to {Number(numeric.Values[^1])}, median {Number(numeric.Values[numeric.Values.Length / 2])}", [], Number(numeric.Values[numeric.Values.Length / 2])),
        CategoricalSummary { Counts.Count: > 0 } categorical => Of(feature, [.. categorical.Counts.OrderByDescending(count => count.Value).Take(MostChoices)], categorical.Rows),
        _ => new(feature, "", [], ""),
    };

    private static TryField Of(Feature feature, KeyValuePair<string, int>[] counts, int rows) => new(feature,
        string.Create(CultureInfo.InvariantCulture, $"{counts[0].Key} in {(double)counts[0].Value / rows:0 %} of the rows"), [.. counts.Select(count => count.Key)], counts[0].Key);

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
