using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Hosting;

/// <summary>Looks at a scenario's files before anything is begun with them.</summary>
internal static class UsableScenario
{
    /// <summary>The scenario of a name or a path, whose data can be read and divided.</summary>
    /// <exception cref="ScenarioException">There is none, or its file cannot be read.</exception>
    /// <exception cref="RefusalException">Its data cannot be used: the message says where and why.</exception>
    public static Scenario Find(Places places, string nameOrPath, int seed)
    {
        Scenario scenario = ScenarioFile.Read(ScenarioFolder.Find(places.Scenarios, nameOrPath));
        try
        {
            HistoryRows.Of(seed, scenario, ScenarioData.Read(scenario));
        }
        catch (StageException failure)
        {
            throw new RefusalException(failure.Message);
        }
        return scenario;
    }
}
