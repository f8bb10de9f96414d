using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;
using Sylvan.Data.Csv;

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
        JsonElement document = Parse(json, place);
        JsonElement rows = document.ValueKind == JsonValueKind.Object && document.TryGetProperty("rows", out JsonElement inner) ? inner : document;
        JsonElement[] each = rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : [rows];
        if (each.Length == 0 || each.Any(row => row.ValueKind != JsonValueKind.Object))
            throw new FormatException($"{place}: expected a row such as {{\"tenure\": 12, …}}, an array of at least one row, or {{\"rows\": […]}}.");
        return [.. each.Select(FieldsOf)];
    }

    /// <summary>One row a line, the columns named by the header; columns that the model does not know, such as the label, are passed over.</summary>
    /// <exception cref="FormatException">The file has no rows.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> FromCsv(TextReader csv, string place, IReadOnlyList<Feature> features)
    {
        using CsvDataReader reader = CsvDataReader.Create(csv);
        List<IReadOnlyDictionary<string, JsonElement>> rows = [];
        while (reader.Read())
        {
            Dictionary<string, string> cells = Enumerable.Range(0, Math.Min(reader.FieldCount, reader.RowFieldCount)).ToDictionary(reader.GetName, reader.GetString);
            rows.Add(FromTexts(features.Where(feature => cells.ContainsKey(feature.Name)).ToDictionary(feature => feature.Name, feature => cells[feature.Name]), features));
        }
        return rows.Count > 0 ? rows : throw new FormatException($"{place}: there are no rows; expected a header and at least one row.");
    }

    /// <summary>A row of texts, each read as its feature's kind wants it; an empty text is a missing value.</summary>
    public static IReadOnlyDictionary<string, JsonElement> FromTexts(IReadOnlyDictionary<string, string> texts, IReadOnlyList<Feature> features) =>
        texts.ToDictionary(pair => pair.Key, pair => Typed(pair.Value, features.FirstOrDefault(feature => feature.Name == pair.Key)?.Kind));

    // A text that is no number stays a text, which the table then refuses by its name.
    private static JsonElement Typed(string text, FeatureKind? kind)
    {
        if (text.Length == 0) return JsonSerializer.SerializeToElement<object?>(null);
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
        return kind == FeatureKind.Numeric && isNumber ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement(text);
    }

    private static Dictionary<string, JsonElement> FieldsOf(JsonElement row)
    {
        Dictionary<string, JsonElement> fields = [];
        foreach (JsonProperty field in row.EnumerateObject()) fields[field.Name] = field.Value.Clone();
        return fields;
    }

    private static JsonElement Parse(string json, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new FormatException(FormattableString.Invariant($"{place}:{failure.LineNumber + 1}:{failure.BytePositionInLine + 1}: this is not JSON: {failure.Message.Split(" LineNumber:")[0]}"), failure);
        }
    }
}
