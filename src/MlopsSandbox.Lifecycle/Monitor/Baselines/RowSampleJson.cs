using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Writes and reads the member <c>rows</c> of a baseline: column by column, categories by their place in a list, so that a thousand rows stay small.</summary>
internal static class RowSampleJson
{
    private const string Columns = "columns", HeldOut = "heldOut", Name = "name", Numbers = "numbers", Categories = "categories", Places = "places";
    private const int Missing = -1;

    public static void Write(Utf8JsonWriter writer, RowSample sample)
    {
        writer.WriteStartObject("rows");
        writer.WriteStartArray(Columns);
        foreach (Column column in sample.Rows.Columns) Write(writer, column);
        writer.WriteEndArray();
        writer.WriteNumber(HeldOut, sample.HeldOut);
        writer.WriteEndObject();
    }

    public static RowSample Read(JsonElement rows) =>
        new(RowSample.WithoutIds([.. rows.GetProperty(Columns).EnumerateArray().Select(ReadColumn)]), rows.GetProperty(HeldOut).GetInt32());

    private static void Write(Utf8JsonWriter writer, Column column)
    {
        writer.WriteStartObject();
        if (column is CategoricalColumn { Values: var texts })
        {
            string[] categories = [.. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
            writer.WriteStartArray(Categories);
            foreach (string category in categories) writer.WriteStringValue(category);
            writer.WriteEndArray();
            writer.WriteString(Name, column.Name);
            writer.WriteStartArray(Places);
            foreach (string? text in texts) writer.WriteNumberValue(text is null ? Missing : Array.BinarySearch(categories, text, StringComparer.Ordinal));
            writer.WriteEndArray();
        }
        else if (column is NumericColumn { Values: var numbers })
        {
            writer.WriteString(Name, column.Name);
            writer.WriteStartArray(Numbers);
            foreach (double number in numbers) WriteNumber(writer, number);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number)) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }

    private static Column ReadColumn(JsonElement column)
    {
        string name = column.GetProperty(Name).GetString() ?? throw new FormatException("A column of the baseline's rows has no name.");
        if (column.TryGetProperty(Numbers, out JsonElement numbers))
            return new NumericColumn(name, [.. numbers.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Null ? double.NaN : number.GetDouble())]);
        string?[] categories = [.. column.GetProperty(Categories).EnumerateArray().Select(category => category.GetString())];
        return new CategoricalColumn(name, [.. column.GetProperty(Places).EnumerateArray().Select(place => place.GetInt32() == Missing ? null : categories[place.GetInt32()])]);
    }
}
