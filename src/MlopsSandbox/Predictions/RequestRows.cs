using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Predictions;

/// <summary>Reads the rows that somebody wants scored, from JSON, from CSV, or from <c>name=value</c> words.</summary>
internal static class RequestRows
{
    /// <summary>One row, an array of rows, or an object with the array <c>rows</c>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="place">Where it came from, for messages.</param>
    /// <exception cref="FormatException">It is not JSON of one of these forms.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> FromJson(string json, string place)
    {
        if (string.IsNullOrWhiteSpace(json)) throw new FormatException($"{place} is empty; expected a row such as {{\"tenure\": 12, …}}, or an array of rows.");
        JsonElement document = ReceivedJson.Parse(json, place);
        JsonElement rows = document.ValueKind == JsonValueKind.Object && document.TryGetProperty("rows", out JsonElement inner) ? inner : document;
        JsonElement[] each = rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : [rows];
        if (each.Length == 0 || each.Any(row => row.ValueKind != JsonValueKind.Object))
            throw new FormatException($"{place}: expected a row such as {{\"tenure\": 12, …}}, an array of at least one row, or {{\"rows\": […]}}.");
        return [.. each.Select(FieldsOf)];
    }

    /// <summary>
    /// One row a line, the columns named by the header, in any order; columns that the model does not know, such as the label, are passed over.
    /// Any file that a scenario can be made of is read the same way here.
    /// </summary>
    /// <exception cref="ScenarioException">The file is empty, not UTF-8, without header or ragged; the line is named.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> FromCsv(byte[] csv, string place, IReadOnlyList<Feature> features)
    {
        DelimitedText text = DelimitedText.Read(place, csv);
        string[] header = HeaderNames.Of(place, text.Header);
        (Feature Feature, int Position)[] known = [.. features.Select(feature => (feature, Array.IndexOf(header, feature.Name))).Where(one => one.Item2 >= 0)];
        return [.. text.Records.Select(cells => known.ToDictionary(one => one.Feature.Name, one => Typed(cells[one.Position], one.Feature.Kind, decimalComma: text.Separator != ',')))];
    }

    /// <summary>A row of texts, each read as its feature's kind wants it; an empty text is a missing value.</summary>
    public static IReadOnlyDictionary<string, JsonElement> FromTexts(IReadOnlyDictionary<string, string> texts, IReadOnlyList<Feature> features) =>
        texts.ToDictionary(pair => pair.Key, pair => Typed(pair.Value, features.FirstOrDefault(feature => feature.Name == pair.Key)?.Kind, decimalComma: false));

    // A text that is no number stays a text, which the table then refuses by its name.
    private static JsonElement Typed(string text, FeatureKind? kind, bool decimalComma)
    {
        if (text.Length == 0) return JsonSerializer.SerializeToElement<object?>(null);
        string pointed = decimalComma ? text.Replace(',', '.') : text;
        bool isNumber = double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
        return kind == FeatureKind.Numeric && isNumber ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement(text);
    }

    private static Dictionary<string, JsonElement> FieldsOf(JsonElement row)
    {
        Dictionary<string, JsonElement> fields = [];
        foreach (JsonProperty field in row.EnumerateObject()) fields[field.Name] = field.Value.Clone();
        return fields;
    }
}
