using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>What is wrong with declared variables and inputs among each other.</summary>
internal static class VariableRules
{
    private static readonly string[] KnownTypes =
    [
        "Object", "String", "Boolean", "Int16", "Int32", "Int64", "Byte", "Single", "Double", "Decimal", "Guid", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Char",
        "ObjectDictionary", "StringDictionary", "ExpandoObject", "JsonElement", "JsonNode", "JsonObject", "Stream",
    ];

    /// <summary>The variables, after telling of ids and names that are used twice and of misspelt types.</summary>
    public static IReadOnlyList<VariableDefinition> Checked(IReadOnlyList<VariableDefinition> variables, string path, ProblemList problems)
    {
        foreach (var (index, variable) in variables.Index())
        {
            var before = variables.Take(index).ToArray();
            if (before.Any(other => other.Id == variable.Id))
                problems.Error($"{path}.variables[{index}].id", $"variable '{variable.Name}': the id '{variable.Id}' is used twice; expected ids that are unique. Rename one of them.");
            else if (before.Any(other => other.Name == variable.Name))
                problems.Warn($"{path}.variables[{index}].name", $"the name '{variable.Name}' is used twice, and scripts find the first; expected names that are unique. Rename one of them.");
            CheckType($"{path}.variables[{index}].typeName", $"variable '{variable.Name}'", variable.TypeName, problems);
        }
        return variables;
    }

    public static void CheckInputs(JsonElement document, ProblemList problems)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, input) in document.GetItems("inputs").Index())
        {
            var path = $"$.inputs[{index}]";
            if (input.GetText("name") is not { Length: > 0 } name)
                problems.Warn(path, "the input has no name, so that no run can set it; expected a text. Set \"name\".");
            else if (!names.Add(name))
                problems.Error($"{path}.name", $"input '{name}' is declared twice, letters in any case; expected names that are unique. Rename one of them.");
            else CheckType($"{path}.type", $"input '{name}'", input.GetText("type") ?? "Object", problems);
        }
    }

    // A type of .NET by its full name is the author's own affair; one that is nearly a name that Elsa knows is a slip.
    private static void CheckType(string path, string what, string typeName, ProblemList problems)
    {
        var single = typeName.EndsWith("[]", StringComparison.Ordinal) ? typeName[..^2] : typeName;
        if (KnownTypes.Contains(single) || NearestName.Of(single, KnownTypes) is not { } nearest) return;
        problems.Warn(path, $"{what}: type '{typeName}' is unknown, so that any value is taken as it is; expected one of {string.Join(", ", KnownTypes[..9])}, … Did you mean '{nearest}'?");
    }
}
