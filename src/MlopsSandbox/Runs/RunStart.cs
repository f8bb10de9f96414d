using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Runs;

/// <summary>A run that somebody asks for, looked at before anything is begun.</summary>
internal static class RunStart
{
    /// <summary>The request for a run whose scenario, if it names one, has data that can be used.</summary>
    /// <param name="places">Where scenarios lie.</param>
    /// <param name="definition">The workflow.</param>
    /// <param name="given">Its inputs, see <see cref="RunInputs"/>.</param>
    /// <param name="seed">All chance comes from it.</param>
    /// <param name="at">Simulated time at which it starts; null for that at which its endpoint stands, where the home knows of one, else the first day of stories.</param>
    /// <exception cref="ScenarioException">There is no such scenario, or its file cannot be read.</exception>
    /// <exception cref="Commands.RefusalException">The scenario's data cannot be used.</exception>
    public static RunRequest Of(Places places, WorkflowDefinition definition, IReadOnlyDictionary<string, JsonElement> given, int seed, DateTimeOffset? at)
    {
        Dictionary<string, JsonElement> inputs = new(given, StringComparer.OrdinalIgnoreCase);
        if (inputs.TryGetValue(RunInputs.Scenario, out JsonElement named))
        {
            string name = named.ToString();
            Scenario scenario = UsableScenario.Find(places, name, seed);
            if (name != scenario.Name) inputs[RunInputs.Scenario] = JsonSerializer.SerializeToElement(scenario.Folder);
        }
        return new RunRequest
        {
            Definition = definition,
            Inputs = inputs,
            Seed = seed,
            ModelName = EndpointIn(inputs),
            SimulatedAt = at ?? StoryCalendar.Invented.Start,
            FollowsEndpoint = at is null,
        };
    }

    // A run that is given an endpoint is about that endpoint, and so is what it dispatches.
    private static string? EndpointIn(Dictionary<string, JsonElement> inputs) =>
        inputs.TryGetValue("endpoint", out JsonElement endpoint) && endpoint.ValueKind == JsonValueKind.String && endpoint.GetString() is { Length: > 0 } name ? name : null;
}
