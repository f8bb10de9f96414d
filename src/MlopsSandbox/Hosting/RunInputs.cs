using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Hosting;

/// <summary>Turns what somebody gives, texts or JSON, into the inputs that a workflow declares.</summary>
internal static class RunInputs
{
    /// <summary>Each text as the declared type wants it.</summary>
    /// <exception cref="RefusalException">The workflow has no such input, or the text is of another type.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Of(WorkflowDefinition definition, IReadOnlyDictionary<string, string> texts) =>
        Each(definition, texts, Typed);

    /// <summary>Each value as the declared type wants it: what JSON may say as a text, such as a number, is read as that text would be.</summary>
    /// <exception cref="RefusalException">The workflow has no such input, or the value is of another type.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Of(WorkflowDefinition definition, IReadOnlyDictionary<string, JsonElement> values) =>
        Each(definition, values, Typed);

    /// <summary>The input that names the scenario; a workflow that declares it can't do without, unless triggers start it, which give no inputs.</summary>
    public const string Scenario = "scenario";

    /// <summary>Inputs that a run can't do without and which are not among the names.</summary>
    public static IReadOnlyList<InputDefinition> Missing(WorkflowDefinition definition, IReadOnlyCollection<string> given) =>
        [.. definition.Inputs.Where(input => ((IsScenario(input) && !definition.HasTriggers) || definition.NeedsInput(input.Name)) && !given.Contains(input.Name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>True for the input that names the scenario.</summary>
    public static bool IsScenario(InputDefinition input) => string.Equals(input.Name, Scenario, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a text can't be the value of an input; null when it can.</summary>
    public static string? Refusal(InputDefinition input, string text)
    {
        try
        {
            Typed(input, text);
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }

    private static Dictionary<string, JsonElement> Each<T>(WorkflowDefinition definition, IReadOnlyDictionary<string, T> given, Func<InputDefinition, T, JsonElement> typed)
    {
        Dictionary<string, JsonElement> inputs = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in given)
        {
            InputDefinition declared = Declared(definition, name);
            if (!inputs.TryAdd(name, typed(declared, value))) throw new RefusalException($"input '{declared.Name}' is given twice; expected once, as case does not matter.");
        }
        return inputs;
    }

    private static InputDefinition Declared(WorkflowDefinition definition, string name)
    {
        InputDefinition? declared = definition.Inputs.FirstOrDefault(input => string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase));
        if (declared is not null) return declared;
        string[] names = [.. definition.Inputs.Select(input => input.Name)];
        throw new RefusalException($"workflow '{definition.DefinitionId}' declares no input '{name}'; expected {(names.Length == 0 ? "no input at all" : $"one of: {string.Join(", ", names)}")}.{NearestName.Hint(name, names)}");
    }

    private static JsonElement Typed(InputDefinition input, JsonElement value) => (input.TypeName, value.ValueKind) switch
    {
        ("Object" or "String[]", _) => value.Clone(),
        (_, JsonValueKind.Null) => throw OfAnotherType(input, "null"),
        (_, JsonValueKind.String) => Typed(input, value.GetString()!),
        _ => Typed(input, value.GetRawText()),
    };

    private static RefusalException OfAnotherType(InputDefinition input, string found) => new($"input {input.Name} is '{found}'; expected a value of type {input.TypeName}.");

    private static JsonElement Typed(InputDefinition input, string text)
    {
        try
        {
            return input.TypeName switch
            {
                "Int32" or "Int64" => JsonSerializer.SerializeToElement(long.Parse(text, CultureInfo.InvariantCulture)),
                "Double" or "Single" or "Decimal" => JsonSerializer.SerializeToElement(double.Parse(text, CultureInfo.InvariantCulture)),
                "Boolean" => JsonSerializer.SerializeToElement(bool.Parse(text)),
                "Object" or "String[]" => JsonSerializer.Deserialize<JsonElement>(text),
                _ => JsonSerializer.SerializeToElement(text),
            };
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or JsonException)
        {
            throw OfAnotherType(input, text);
        }
    }
}
