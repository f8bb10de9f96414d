using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>How rows of the catalog are shown as JSON: camelCase names, lower-case words, UTC times to the millisecond, indented.</summary>
public static class CatalogJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new ContentHashConverter(), new ShownOutputConverter(), new ShownTimeConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
