using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Stories;

/// <summary>The story that injects nothing: the real days after the history, in order, with a check at the end of each month.</summary>
internal static class ReplayStory
{
    private const string Member = "replay", Monthly = "monthly";

    /// <summary>True when the scenario's story is a replay.</summary>
    public static bool IsToldBy(Scenario scenario) => scenario.Story is { ValueKind: JsonValueKind.Object } story && story.TryGetProperty(Member, out _);

    /// <summary>Makes sure that it can be told.</summary>
    /// <exception cref="ScenarioException">It cannot: all problems at once.</exception>
    public static void Check(Scenario scenario, InjectedDrift drift)
    {
        List<string> problems = [];
        JsonElement story = scenario.Story!.Value;
        foreach (string name in story.EnumerateObject().Select(member => member.Name).Where(name => name != Member))
            problems.Add($"{ScenarioFile.PlaceOf(scenario, $"$.story.{name}")}: $.story.{name} is there beside \"{Member}\"; expected {Member} alone, as real days are not made up. Remove it.");
        JsonElement word = story.GetProperty(Member);
        if (word.ValueKind != JsonValueKind.String || word.GetString() != Monthly)
            problems.Add($"{ScenarioFile.PlaceOf(scenario, $"$.story.{Member}")}: $.story.{Member} is {word.GetRawText()}; expected \"{Monthly}\", a check at the end of each month. Change the value.");
        if (scenario.Time is null)
            problems.Add($"{ScenarioFile.PlaceOf(scenario, $"$.story.{Member}")}: $.story.{Member} is there, but the rows have no days; expected \"time\" with the column of their day. Add it.");
        if (scenario.Task != PredictionTask.Regression)
            problems.Add($"{ScenarioFile.PlaceOf(scenario, "$.task")}: $.task is {ScenarioFile.BinaryClassification}; expected {ScenarioFile.Regression}, as a replay is judged by the size of errors. Tell a story with injected drift.");
        if (problems.Count == 0 && drift != InjectedDrift.Real)
            problems.Add($"{ScenarioFile.PlaceOf(scenario, "$.story")}: the story tells no '{drift.ToString().ToLowerInvariant()}'; expected real, as real days are replayed. Leave --drift out.");
        if (problems.Count > 0) throw new ScenarioException(problems);
    }
}
