using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Which scenario a run is about.</summary>
internal static class RunScenario
{
    private const string Input = "scenario";

    /// <summary>The name or path that the inputs give, or else the first literal one that an activity sets; null when there is neither.</summary>
    public static string? NameIn(IReadOnlyDictionary<string, JsonElement> inputs, WorkflowDefinition definition) =>
        NameIn(inputs) ?? definition.Activities.Select(Literal).FirstOrDefault(name => name is not null);

    /// <summary>The name or path that inputs or settings give, or null.</summary>
    public static string? NameIn(IReadOnlyDictionary<string, JsonElement> inputs)
    {
        JsonElement given = inputs.FirstOrDefault(input => string.Equals(input.Key, Input, StringComparison.OrdinalIgnoreCase)).Value;
        return given.ValueKind == JsonValueKind.String && given.GetString() is { Length: > 0 } name ? name : null;
    }

    /// <summary>True when a name or path means the scenario that a run has.</summary>
    public static bool IsThatOf(RunRow run, string nameOrPath) =>
        run.ScenarioFolder is not null && (nameOrPath == run.Scenario || Path.GetFullPath(nameOrPath) == run.ScenarioFolder);

    /// <summary>The scenario that a stage works on: the one that its settings name, or else the run's.</summary>
    /// <exception cref="ScenarioException">It can't be read.</exception>
    /// <exception cref="StageException">Neither names one.</exception>
    public static Scenario Of(RunRow run, IReadOnlyDictionary<string, JsonElement> settings, Func<string, Scenario> scenarios) =>
        NameIn(settings) is { } name && !IsThatOf(run, name) ? scenarios(name)
        : run.ScenarioFolder is { } folder ? ScenarioFile.Read(folder)
        : throw new StageException("scenario-missing", $"run {run.Id} names no scenario; expected the input 'scenario'. Give --input scenario=NAME.");

    private static string? Literal(ActivityDefinition activity) =>
        activity.Inputs.GetValueOrDefault(Input) is { Expression: { Type: "Literal", Value: { ValueKind: JsonValueKind.String } value } } ? value.GetString() : null;
}
