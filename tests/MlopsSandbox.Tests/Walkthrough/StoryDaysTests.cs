using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Walkthrough;
using Spectre.Console.Testing;

namespace MlopsSandbox.Tests.Walkthrough;

public class StoryDaysTests
{
    [Fact]
    public void Tell_Paused_SaysByWhichCommandItGoesOn()
    {
        using TestConsole console = new();
        StoryDays days = new(console, new Hints("mlops"));

        days.Tell(new StoryPaused(new StoryRow
        {
            Id = "story-0003", Scenario = "small", ScenarioFolder = "/small", ModelName = "small-0003", Seed = 1, Drift = "none", Status = RunStatus.Running, Day = 4, Phase = "serve",
            SimulatedAt = StoryCalendar.Invented.StartOf(4), StartedAt = DateTimeOffset.UnixEpoch,
        }));

        Assert.Equal(["day   4  the story is paused before this day.", "It goes on with: mlops stories play story-0003"], console.Lines.Select(line => line.TrimEnd()));
        Assert.Equal("paused before day 4", days.Now!.What);
    }
}
