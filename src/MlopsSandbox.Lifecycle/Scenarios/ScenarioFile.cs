using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Reads <c>scenario.json</c>.</summary>
public static class ScenarioFile
{
    /// <summary>The file's name in a scenario's folder.</summary>
    public const string Name = "scenario.json";
    /// <summary>The task of two classes.</summary>
    public const string BinaryClassification = "binary-classification";
    /// <summary>The task of numbers.</summary>
    public const string Regression = "regression";
    /// <summary>Metrics of classes that a success criterion may name; all in [0, 1], more is better.</summary>
    public static IReadOnlyList<string> CriterionMetrics { get; } = ["auc", "accuracy", "precision", "recall", "f1"];
    /// <summary>Errors of numbers that a success criterion may name; at least 0, less is better.</summary>
    public static IReadOnlyList<string> ErrorMetrics { get; } = ["mae", "rmse", "mape"];
    /// <summary>Qualities of numbers that a success criterion may name; at most 1, more is better.</summary>
    public static IReadOnlyList<string> SkillMetrics { get; } = ["r2", "skill"];

    /// <summary>Reads a scenario's folder. The data itself is not read, only asked for; the story is handed on as it is.</summary>
    /// <param name="folder">Path of the folder, absolute or not.</param>
    /// <exception cref="ScenarioException">The folder, its file or its data is not there, or the file says something that cannot be: all problems at once.</exception>
    public static Scenario Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            throw new ScenarioException($"{path}: there is no such file; expected a scenario's folder with a {Name}. Name a folder that has one.");
        byte[] content = File.ReadAllBytes(path);
        LocatedJson root = Parse(path, content);
        ScenarioReading reading = new(path);
        Scenario scenario = ScenarioSections.Whole(reading, root, Path.GetFullPath(folder), Story(content));
        return reading.Problems.Count == 0 ? scenario : throw new ScenarioException(reading.Problems);
    }

    /// <summary>Where a value stands, as <c>folder/scenario.json:12:5</c>; for messages about parts of the file that others read, such as the story.</summary>
    /// <param name="scenario">A scenario that was read from its folder.</param>
    /// <param name="jsonPath">Such as <c>$.story.days</c>; when the file has no such value, its nearest ancestor is named.</param>
    public static string PlaceOf(Scenario scenario, string jsonPath)
    {
        string path = Path.Combine(scenario.Folder, Name);
        LocatedJson at = Parse(path, File.ReadAllBytes(path));
        while (at.Members.Values.Concat(at.Items).FirstOrDefault(child => IsAncestorOrSelf(child.Path, jsonPath)) is { } child) at = child;
        return $"{path}:{at.Place}";
    }

    private static bool IsAncestorOrSelf(string ancestor, string path) =>
        path.StartsWith(ancestor, StringComparison.Ordinal) && (path.Length == ancestor.Length || path[ancestor.Length] is '.' or '[');

    private static LocatedJson Parse(string path, byte[] content)
    {
        try
        {
            return LocatedJson.Parse(content);
        }
        catch (JsonException problem)
        {
            string place = $"{(problem.LineNumber ?? 0) + 1}:{(problem.BytePositionInLine ?? 0) + 1}";
            string found = Encoding.UTF8.GetString(content).Trim().Length == 0 ? "it is empty" : problem.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new ScenarioException($"{path}:{place}: this is not JSON ({found}); expected a scenario as an object. Correct the file at this place.");
        }
    }

    private static JsonElement? Story(byte[] content)
    {
        using JsonDocument document = JsonDocument.Parse(content.AsMemory(content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
        bool told = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("story", out _);
        return told ? document.RootElement.GetProperty("story").Clone() : null;
    }
}
