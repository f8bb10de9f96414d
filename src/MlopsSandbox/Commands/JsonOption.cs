using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;

namespace MlopsSandbox.Commands;

/// <summary>Options that take a JSON value.</summary>
internal static class JsonOption
{
    /// <summary>A new option.</summary>
    /// <param name="name">Such as <c>--payload</c>.</param>
    /// <param name="description">Shown by <c>--help</c>.</param>
    public static Option<JsonElement?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "json",
        CustomParser = result => Parse(result, name),
    };

    private static JsonElement? Parse(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            result.AddError($"{name} is '{text}'; expected JSON, such as '{{\"rows\":5}}', or '\"done\"' for a text.");
            return null;
        }
    }
}
