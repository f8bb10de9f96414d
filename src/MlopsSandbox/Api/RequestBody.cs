using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Reads what was sent with a request: every field that is unknown, missing or of the wrong kind is told at once.</summary>
internal static class RequestBody
{
    private const string Place = "the request's body";

    /// <summary>The body as the fields of a type; no body at all is one without fields.</summary>
    /// <exception cref="FormatException">It cannot be used; the message says everything that is wrong, a line each.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request) where T : class, IRequestBody
    {
        using StreamReader reader = new(request.Body);
        string text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        return Read<T>(string.IsNullOrWhiteSpace(text) ? "{}" : text);
    }

    private static T Read<T>(string text) where T : class, IRequestBody
    {
        JsonElement json = ReceivedJson.Parse(text, Place);
        PropertyInfo[] fields = typeof(T).GetProperties();
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException($"{Place} is {Kind(json)}; expected an object with {Names(fields)}.");
        Refuse(Unknown(fields, json).Concat(fields.Select(field => Problem(field, json)).OfType<string>()));
        T body = Set(fields, json).Deserialize<T>(CatalogJson.Options)!;
        Refuse(body.Problems());
        return body;
    }

    private static void Refuse(IEnumerable<string> problems)
    {
        string text = string.Join('\n', problems.Select(problem => $"{Place}: {problem}"));
        if (text.Length > 0) throw new FormatException(text);
    }

    private static IEnumerable<string> Unknown(PropertyInfo[] fields, JsonElement json)
    {
        string[] names = [.. fields.Select(Name)];
        return json.EnumerateObject().Where(given => !names.Contains(given.Name))
            .Select(given => $"there is no field '{given.Name}'; expected {Names(fields)}.{NearestName.Hint(given.Name, names)}");
    }

    private static string? Problem(PropertyInfo field, JsonElement json)
    {
        string expected = $"expected {Expected(field.PropertyType)}: {field.GetCustomAttribute<DescriptionAttribute>()!.Description}";
        if (IsSet(field, json, out JsonElement value)) return Fits(field.PropertyType, value) ? null : $"{Name(field)} is {Kind(value)}; {expected}";
        return field.IsDefined(typeof(RequiredMemberAttribute)) ? $"{Name(field)} is missing; {expected}" : null;
    }

    // A null says nothing, but where any value may stand.
    private static bool IsSet(PropertyInfo field, JsonElement json, out JsonElement value) =>
        json.TryGetProperty(Name(field), out value) && (value.ValueKind != JsonValueKind.Null || field.PropertyType == typeof(JsonElement));

    private static JsonObject Set(PropertyInfo[] fields, JsonElement json)
    {
        JsonObject set = [];
        foreach (PropertyInfo field in fields)
            if (IsSet(field, json, out JsonElement value)) set[Name(field)] = JsonSerializer.SerializeToNode(value);
        return set;
    }

    private static bool Fits(Type type, JsonElement value) => FitsPlain(Nullable.GetUnderlyingType(type) ?? type, value);

    private static bool FitsPlain(Type type, JsonElement value) => value.ValueKind switch
    {
        _ when type == typeof(JsonElement) => true,
        JsonValueKind.String => type == typeof(string),
        JsonValueKind.Number => type == typeof(double) || (type == typeof(int) && value.TryGetInt32(out _)),
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
        JsonValueKind.Array => type == typeof(string[]) && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String),
        JsonValueKind.Object => type == typeof(Dictionary<string, JsonElement>),
        _ => false,
    };

    private static string Expected(Type type) => type == typeof(string) ? "a text"
        : type == typeof(int) || type == typeof(int?) ? "a whole number"
        : type == typeof(double) || type == typeof(double?) ? "a number"
        : type == typeof(bool) ? "true or false"
        : type == typeof(string[]) ? "a list of texts"
        : type == typeof(JsonElement) ? "any JSON"
        : "an object";

    private static string Kind(JsonElement value) => value.GetRawText() is var text && text.Length > 60 ? text[..59] + "…" : text;

    private static string Names(PropertyInfo[] fields) => fields.Length == 1 ? $"the field {Name(fields[0])}" : $"the fields {string.Join(", ", fields.Select(Name))}";

    private static string Name(PropertyInfo field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
