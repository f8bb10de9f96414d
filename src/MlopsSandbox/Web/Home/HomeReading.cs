using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Web.Home;

/// <summary>Reads what the home page shows.</summary>
internal static class HomeReading
{
    /// <summary>The view of a story.</summary>
    /// <param name="desk">Tells how it goes.</param>
    /// <param name="tx">One state of the home.</param>
    /// <param name="story">The story.</param>
    public static HomeView Of(StoryDesk desk, CatalogTransaction tx, StoryRow story)
    {
        IReadOnlyList<RunRow> runs = tx.Runs.OfStory(story.Id);
        return new HomeView
        {
            Story = story,
            Progress = ProgressOf(desk, story),
            Outcome = story.Outcome is { } outcome ? StoryDriver.ReadOutcome(outcome) : null,
            Trainings = [.. runs.Where(run => run.Workflow != StoryWorkflows.Monitor)],
            Check = runs.LastOrDefault(run => run.Workflow == StoryWorkflows.Monitor),
            Alerts = [.. tx.Alerts.Of(story.ModelName).Where(alert => alert.Status != AlertStatus.Cleared)],
            Champion = tx.Deployments.At(story.ModelName, story.SimulatedAt) is { } deployed ? tx.Models.Find(story.ModelName, deployed.Version) : null,
        };
    }

    private static StoryProgress? ProgressOf(StoryDesk desk, StoryRow story)
    {
        try
        {
            return desk.Show(story.Id).Progress;
        }
        catch (ScenarioException)
        {
            return null;
        }
    }
}
