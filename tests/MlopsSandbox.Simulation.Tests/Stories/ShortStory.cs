using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>A third of telco's customers in three days, the world changed from day 1 on: enough to be stopped in every phase; no retrain comes to pass in them.</summary>
internal static class ShortStory
{
    /// <summary>Makes the scenario.</summary>
    /// <param name="parent">The folder to make it in.</param>
    /// <param name="leastAuc">What the first model must reach.</param>
    /// <param name="schedule">When it is checked, as JSON; null for each day.</param>
    public static Scenario Of(string parent, double leastAuc = 0.65, string? schedule = null)
    {
        string folder = Path.Combine(parent, "short", "telco-churn");
        Directory.CreateDirectory(folder);
        string text = File.ReadAllText(Path.Combine(StoryHouse.Telco.Folder, "scenario.json"));
        File.WriteAllText(Path.Combine(folder, "scenario.json"), text
            .Replace("\"days\": 26", "\"days\": 3", StringComparison.Ordinal)
            .Replace("\"windowDays\": 3,", schedule is null ? "\"windowDays\": 3," : $"\"windowDays\": 3, \"schedule\": {schedule},", StringComparison.Ordinal)
            .Replace("\"driftDay\": 8", "\"driftDay\": 1", StringComparison.Ordinal)
            .Replace("\"atLeast\": 0.65", FormattableString.Invariant($"\"atLeast\": {leastAuc}"), StringComparison.Ordinal));
        File.WriteAllLines(Path.Combine(folder, StoryHouse.Telco.DataFile), File.ReadLines(StoryHouse.Telco.DataPath).Where((_, line) => line % 3 == 0));
        return ScenarioFile.Read(folder);
    }
}
