using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

/// <summary>Stories as a catalog gives them, and their view, with what a test says of them.</summary>
internal static class SomeStory
{
    public static StoryRow Of(string phase, int day, RunStatus status = RunStatus.Running) => new()
    {
        Id = "story-0003", Scenario = "small", ScenarioFolder = "/small", ModelName = "small-0003", Seed = 1, Drift = "none", Status = status, Day = day, Phase = phase,
        SimulatedAt = StoryCalendar.Invented.StartOf(day), StartedAt = DateTimeOffset.UnixEpoch, EndedAt = status is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Cancelled ? DateTimeOffset.UnixEpoch : null,
    };

    public static HomeView View(StoryRow story) => new() { Story = story, Progress = null, Outcome = null, Trainings = [], Check = null, Alerts = [], Champion = null };
}
