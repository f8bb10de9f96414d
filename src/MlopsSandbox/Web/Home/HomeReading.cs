using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Hosting;

namespace MlopsSandbox.Web.Home;

/// <summary>Reads what the home page shows.</summary>
internal static class HomeReading
{
    /// <summary>The view of a story.</summary>
    /// <param name="catalog">The home.</param>
    /// <param name="tx">One state of it.</param>
    /// <param name="story">The story.</param>
    public static HomeView Of(CatalogStore catalog, CatalogTransaction tx, StoryRow story)
    {
        IReadOnlyList<RunRow> runs = tx.Runs.OfStory(story.Id);
        return new HomeView
        {
            Story = story,
            Progress = ProgressOf(catalog, story),
            Trainings = [.. runs.Where(run => run.Workflow != StoryWorkflows.Monitor)],
            Check = runs.LastOrDefault(run => run.Workflow == StoryWorkflows.Monitor),
            Alerts = [.. tx.Alerts.Of(story.ModelName).Where(alert => alert.Status != AlertStatus.Cleared)],
            Champion = tx.Deployments.At(story.ModelName, story.SimulatedAt) is { } deployed ? tx.Models.Find(story.ModelName, deployed.Version) : null,
        };
    }

    private static StoryProgress? ProgressOf(CatalogStore catalog, StoryRow story)
    {
        try
        {
            return StoryProgressReading.Read(catalog, story);
        }
        catch (ScenarioException)
        {
            return null;
        }
    }
}
