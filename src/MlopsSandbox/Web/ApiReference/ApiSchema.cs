using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Web.ApiReference;

/// <summary>Reads the schemas of an OpenAPI document.</summary>
internal sealed class ApiSchema(JsonElement document)
{
    private const int Deepest = 3;
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>The type in words, such as <c>text</c>, <c>number or null</c>, <c>array of run</c>.</summary>
    public string TypeOf(JsonElement schema)
    {
        if (NameOf(schema) is { } name) return Component(name) is var known && known.TryGetProperty("properties", out _) ? name : TypeOf(known);
        if (Choices(schema) is { Length: > 0 } choices) return string.Join(" or ", choices.Where(choice => !IsNoNumber(choice)).Select(TypeOf).Distinct().OrderBy(word => word == "null"));
        if (schema.TryGetProperty("enum", out JsonElement words)) return $"one of {string.Join(", ", words.EnumerateArray().Select(word => word.ToString()))}";
        string type = string.Join(" or ", Types(schema).Select(Word));
        if (schema.TryGetProperty("items", out JsonElement items)) return type.Replace("array", $"array of {TypeOf(items)}", StringComparison.Ordinal);
        if (schema.TryGetProperty("format", out JsonElement format) && format.GetString() == "date-time") return type.Replace("text", "time (ISO 8601)", StringComparison.Ordinal);
        return type.Length == 0 ? "anything" : type;
    }

    /// <summary>The fields of a schema and of those within, to a depth.</summary>
    public IReadOnlyList<ApiField> FieldsOf(JsonElement schema) => [.. Fields(schema, 0)];

    /// <summary>A value that fits a schema: fields that may be left out are left out where others must not be.</summary>
    public JsonNode? ExampleOf(JsonElement schema) => Example(Resolved(schema), 0);

    private IEnumerable<ApiField> Fields(JsonElement schema, int depth)
    {
        JsonElement resolved = Element(Resolved(schema));
        if (depth >= Deepest || !resolved.TryGetProperty("properties", out JsonElement properties)) yield break;
        HashSet<string> required = Required(resolved);
        foreach (JsonProperty field in properties.EnumerateObject())
        {
            yield return new ApiField(field.Name, TypeOf(field.Value), required.Contains(field.Name), TextOf(field.Value), depth);
            foreach (ApiField within in Fields(field.Value, depth + 1)) yield return within;
        }
    }

    private JsonNode? Example(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("default", out JsonElement otherwise)) return JsonNode.Parse(otherwise.GetRawText());
        if (schema.TryGetProperty("enum", out JsonElement words)) return JsonNode.Parse(words[0].GetRawText());
        if (schema.TryGetProperty("properties", out JsonElement properties) && depth < Deepest)
        {
            HashSet<string> required = Required(schema);
            JsonObject example = [];
            foreach (JsonProperty field in properties.EnumerateObject().Where(field => required.Count == 0 || required.Contains(field.Name))) example[field.Name] = Named(field, depth);
            return example;
        }
        if (schema.TryGetProperty("items", out JsonElement items) && depth < Deepest) return new JsonArray(Example(Resolved(items), depth + 1));
        return Types(schema).FirstOrDefault() switch { "integer" => 1, "number" => 0.5, "boolean" => true, "string" => "…", "array" => new JsonArray(), _ => new JsonObject() };
    }

    // A text is best shown by what it is called.
    private JsonNode? Named(JsonProperty field, int depth) => Example(Resolved(field.Value), depth + 1) is JsonValue value && value.TryGetValue(out string? text) && text == "…" ? field.Name.ToUpperInvariant() : Example(Resolved(field.Value), depth + 1);

    private JsonElement Resolved(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out _)) return Resolved(Component(NameOf(schema)!));
        if (Choices(schema).FirstOrDefault(choice => !Types(choice).Contains("null")) is { ValueKind: JsonValueKind.Object } choice) return Resolved(choice);
        return schema;
    }

    // An array's fields are those of each of it.
    private JsonElement Element(JsonElement schema) => schema.TryGetProperty("items", out JsonElement items) ? Element(Resolved(items)) : schema;

    private JsonElement Component(string name) =>
        document.TryGetProperty("components", out JsonElement components) && components.TryGetProperty("schemas", out JsonElement schemas) && schemas.TryGetProperty(name, out JsonElement schema) ? schema : Nothing;

    private static string? NameOf(JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement at) && at.GetString() is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;

    private static JsonElement[] Choices(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out JsonElement one) ? [.. one.EnumerateArray()] : schema.TryGetProperty("anyOf", out JsonElement any) ? [.. any.EnumerateArray()] : [];

    // Numbers that JSON has no digits for are written as words; no reader wants to hear of it at each of them.
    private static bool IsNoNumber(JsonElement schema) => schema.TryGetProperty("enum", out JsonElement words) && words.EnumerateArray().Any(word => word.ToString() == "NaN");

    private static string[] Types(JsonElement schema) => !schema.TryGetProperty("type", out JsonElement type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(word => word.GetString()!).OrderBy(word => word == "null")] : [type.GetString()!];

    private static HashSet<string> Required(JsonElement schema) => schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static string? TextOf(JsonElement schema) => schema.TryGetProperty("description", out JsonElement text) ? text.GetString() : null;

    private static string Word(string type) => type switch { "string" => "text", "integer" => "whole number", "boolean" => "true or false", _ => type };
}
