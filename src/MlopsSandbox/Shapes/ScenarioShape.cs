using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Shapes;

/// <summary>A scenario that can be walked through.</summary>
internal sealed record ScenarioShape(string Name, string Title, string Folder, string Goal, string Label, int Features)
{
    /// <summary>Every scenario of the folders that are searched.</summary>
    /// <exception cref="ScenarioException">One of them cannot be read.</exception>
    public static IReadOnlyList<ScenarioShape> All(Places places) => [.. ScenarioFolder.All(places.Scenarios).Select(folder => Of(ScenarioFile.Read(folder)))];

    /// <summary>A scenario as answers show it.</summary>
    public static ScenarioShape Of(Scenario scenario) =>
        new(scenario.Name, scenario.Title, scenario.Folder, scenario.Goal, scenario.Label.Positive is { } positive ? $"{scenario.Label.Column} = {positive}" : scenario.Label.Column, scenario.Features.Count);
}
