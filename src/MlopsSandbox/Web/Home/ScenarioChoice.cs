using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Web.Home;

/// <summary>A scenario that can be chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Goal">Its goal, in business's words.</param>
internal sealed record ScenarioChoice(string Name, string Title, string Goal)
{
    /// <summary>Those that can be read, by title.</summary>
    public static IReadOnlyList<ScenarioChoice> All(Places places) =>
        [.. ScenarioFolder.All(places.Scenarios).Select(Read).OfType<ScenarioChoice>().OrderBy(choice => choice.Title, StringComparer.OrdinalIgnoreCase)];

    private static ScenarioChoice? Read(string folder)
    {
        try
        {
            Scenario scenario = ScenarioFile.Read(folder);
            return new ScenarioChoice(scenario.Name, scenario.Title, scenario.Goal);
        }
        catch (ScenarioException)
        {
            return null;
        }
    }
}
