using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>At the ends of which days a story checks: 10 days from Thursday on, 12 requests a day.</summary>
public sealed class CheckedDaysTests : IDisposable
{
    private readonly SmallScenario _small = new("\"story\": { \"days\": 10, \"requestsPerDay\": 12, \"driftDay\": 5, \"price\": { \"feature\": \"price\", \"factor\": 2 } }");

    public void Dispose() => _small.Dispose();

    [Fact]
    public void World_NoSchedule_ChecksEachDay() => Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], Checks(null));

    [Fact]
    public void World_Cron_ChecksAtTheEndsOfDaysItNamesAndNotOnTheLast() => Assert.Equal([3], Checks(CronChecks.Parse("0 0 * * 1")));

    [Fact]
    public void World_EveryRequests_ChecksWhenTheyWereServed() => Assert.Equal([2, 4, 7, 9], Checks(new RequestChecks(30)));

    [Fact]
    public void World_NeverDue_ServesTheWholeStoryUnchecked()
    {
        StoryWorld world = World(new RequestChecks(1_000));

        Assert.Equal(9, world.LastBeforeCheck(0));
        Assert.False(world.IsCheckedAfter(9));
    }

    private IEnumerable<int> Checks(CheckSchedule? schedule)
    {
        StoryWorld world = World(schedule);
        for (int day = 0; day < world.Days; day = world.LastBeforeCheck(day) + 1)
            if (world.IsCheckedAfter(world.LastBeforeCheck(day))) yield return world.LastBeforeCheck(day);
    }

    private StoryWorld World(CheckSchedule? schedule)
    {
        Scenario scenario = _small.Scenario;
        return StoryWorld.Of(scenario with { Monitor = scenario.Monitor with { Schedule = schedule } }, 1, InjectedDrift.Price);
    }
}
