using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlopsSandbox.Web.ApiReference;

/// <summary>Reads what the reference shows from an OpenAPI document.</summary>
internal static class ApiReading
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All operations, by path and method as the document has them.</summary>
    public static IReadOnlyList<ApiOperation> Of(JsonElement document)
    {
        ApiSchema schemas = new(document);
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where operation.Value.ValueKind == JsonValueKind.Object
               select Operation(schemas, path.Name, operation.Name, operation.Value),
        ];
    }

    private static ApiOperation Operation(ApiSchema schemas, string path, string method, JsonElement operation)
    {
        JsonElement? body = operation.TryGetProperty("requestBody", out JsonElement request) ? Schema(request) : null;
        return new ApiOperation
        {
            Id = Text(operation, "operationId") ?? $"{method} {path}",
            Method = method.ToUpperInvariant(),
            Path = path,
            Summary = Text(operation, "summary") ?? "",
            Parameters = [.. Each(operation, "parameters").Select(parameter => Parameter(schemas, parameter)).OrderByDescending(parameter => parameter.IsInPath)],
            Body = body is { } fields ? schemas.FieldsOf(fields) : [],
            Example = body is { } shown ? schemas.ExampleOf(shown)?.ToJsonString(Compact) : null,
            NeedsBody = body is not null && request.TryGetProperty("required", out JsonElement needs) && needs.GetBoolean(),
            Answers = [.. operation.GetProperty("responses").EnumerateObject().Select(answer => Answer(schemas, answer))],
            IsStream = operation.GetProperty("responses").EnumerateObject().Any(answer => answer.Value.TryGetProperty("content", out JsonElement content) && content.TryGetProperty("text/event-stream", out _)),
        };
    }

    private static ApiParameter Parameter(ApiSchema schemas, JsonElement parameter) => new(
        Text(parameter, "name")!, Text(parameter, "in") == "path", parameter.TryGetProperty("schema", out JsonElement schema) ? schemas.TypeOf(schema) : "text",
        parameter.TryGetProperty("required", out JsonElement required) && required.GetBoolean(), Text(parameter, "description"));

    private static ApiAnswer Answer(ApiSchema schemas, JsonProperty answer) => Schema(answer.Value) is { } schema
        ? new ApiAnswer(answer.Name, Text(answer.Value, "description") ?? "", schemas.TypeOf(schema), schemas.FieldsOf(schema))
        : new ApiAnswer(answer.Name, Text(answer.Value, "description") ?? "", null, []);

    private static JsonElement? Schema(JsonElement holder) =>
        holder.TryGetProperty("content", out JsonElement content) && content.EnumerateObject().FirstOrDefault().Value is { ValueKind: JsonValueKind.Object } media && media.TryGetProperty("schema", out JsonElement schema) ? schema : null;

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
}
