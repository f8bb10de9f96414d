using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Stories;

/// <summary>A story that somebody wants told.</summary>
/// <param name="Scenario">Name or folder of the scenario.</param>
/// <param name="Seed">All its chance comes from this number.</param>
/// <param name="Drift">Which drift to tell; null for all that the scenario describes, or its real days.</param>
/// <param name="Pace">How fast.</param>
internal sealed record StoryRequest(string Scenario, int Seed, InjectedDrift? Drift, StoryPace Pace)
{
    /// <summary>The scenario that is taken when none is named.</summary>
    public const string DefaultScenario = "telco-churn";

    /// <summary>Finds everything that can be found wrong, before a home is touched.</summary>
    /// <exception cref="ScenarioException">There is no such scenario, or it cannot tell this story.</exception>
    /// <exception cref="Commands.RefusalException">Its data, or the workflows of stories, cannot be used.</exception>
    public CheckedStory Check(Places places)
    {
        Scenario scenario = UsableScenario.Find(places, Scenario, Seed);
        InjectedDrift drift = Drift ?? StoryDriver.DriftOf(scenario);
        StoryDriver.Check(scenario, Seed, drift);
        StoryWorkflows.Check(places);
        return new CheckedStory(scenario, Seed, drift, Pace);
    }
}

/// <summary>A story that can be begun.</summary>
internal sealed record CheckedStory(Scenario Scenario, int Seed, InjectedDrift Drift, StoryPace Pace)
{
    /// <summary>Begins it, to be driven by whoever begins it.</summary>
    /// <param name="driver">Of the open home.</param>
    public StoryRow BeginHere(StoryDriver driver) => Begin(driver, isHosted: false);

    /// <summary>Begins it, to be driven by whoever serves the home.</summary>
    public StoryShape BeginHosted(Sandbox sandbox) => StoryShape.Of(Begin(sandbox.Driver(progress: null), isHosted: true));

    private StoryRow Begin(StoryDriver driver, bool isHosted) => driver.Begin(Scenario, Seed, Drift, Pace, isHosted);
}
