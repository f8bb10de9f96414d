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
        StoryProgress? progress = ProgressOf(desk, story);
        return new HomeView
        {
            Story = story,
            Progress = progress,
            Outcome = story.Outcome is { } outcome ? StoryDriver.ReadOutcome(outcome) : null,
            Trainings = [.. runs.Where(run => run.Workflow != StoryWorkflows.Monitor)],
            Check = runs.LastOrDefault(run => run.Workflow == StoryWorkflows.Monitor),
            Alerts = [.. tx.Alerts.Of(story.ModelName).Where(alert => alert.Status != AlertStatus.Cleared)],
            Asking = AskingOf(tx, runs),
            Sample = story.HasEnded && progress is { ByDay.Count: > 0 } ? tx.Requests.At(story.ModelName, progress.ByDay.Sum(day => day.Requests) - 1, story.SimulatedAt) : null,
            Champion = tx.Deployments.At(story.ModelName, story.SimulatedAt) is { } deployed ? tx.Models.Find(story.ModelName, deployed.Version) : null,
        };
    }

    // A run may also wait for an event, a timer or another run.
    private static IReadOnlyList<RunRow> AskingOf(CatalogTransaction tx, IReadOnlyList<RunRow> runs)
    {
        if (runs.All(run => run.Status != RunStatus.Waiting)) return [];
        HashSet<string> asking = [.. tx.Approvals.Pending().Select(asked => asked.RunId)];
        return [.. runs.Where(run => asking.Contains(run.Id))];
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
