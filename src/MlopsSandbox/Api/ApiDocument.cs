using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Api;

/// <summary>The OpenAPI document of the REST API at <c>/api/openapi.json</c>.</summary>
internal static class ApiDocument
{
    /// <summary>The name under which it is made.</summary>
    public const string Name = "v1";

    /// <summary>Has it made from the endpoints, with the names that answers are written with.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = CatalogJson.Options.Encoder;
            options.SerializerOptions.NumberHandling = CatalogJson.Options.NumberHandling;
            foreach (JsonConverter converter in CatalogJson.Options.Converters) options.SerializerOptions.Converters.Add(converter);
        });
        services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) => Task.FromResult(document.Info = new OpenApiInfo
            {
                Title = "MlopsSandbox",
                Version = Name,
                Description = "What pages and commands tell of a home and do with it, over HTTP and in the same shapes. Errors are problem details (RFC 9457).",
            }));
            options.AddOperationTransformer((operation, context, _) => Task.FromResult(NeedsBody(operation, context.Description.ActionDescriptor.EndpointMetadata)));
            options.AddSchemaTransformer((schema, context, _) => Task.FromResult(Shown(schema, context.JsonTypeInfo.Type)));
        });
    }

    /// <summary>The document, as whoever asks for it over HTTP gets it.</summary>
    public static async Task<JsonElement> ReadAsync(IOpenApiDocumentProvider documents)
    {
        OpenApiDocument document = await documents.GetOpenApiDocumentAsync().ConfigureAwait(false);
        return JsonElement.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1).ConfigureAwait(false));
    }

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder web) => web.MapOpenApi("/api/openapi.json");

    // Where every field may be left out, so may the body.
    private static OpenApiOperation NeedsBody(OpenApiOperation operation, IEnumerable<object> metadata)
    {
        Type? body = metadata.OfType<IAcceptsMetadata>().FirstOrDefault()?.RequestType;
        bool isNeeded = body is not null && (!body.IsAssignableTo(typeof(IRequestBody)) || body.GetProperties().Any(field => field.IsDefined(typeof(RequiredMemberAttribute), inherit: true)));
        if (operation.RequestBody is OpenApiRequestBody request) request.Required = isNeeded;
        return operation;
    }

    // Their converters write texts, which nobody can see from outside.
    private static OpenApiSchema Shown(OpenApiSchema schema, Type type)
    {
        if (type == typeof(ContentHash)) (schema.Type, schema.Pattern) = (JsonSchemaType.String, "^sha256:[0-9a-f]{64}$");
        if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (type == typeof(DateTimeOffset?)) (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        return schema;
    }
}
