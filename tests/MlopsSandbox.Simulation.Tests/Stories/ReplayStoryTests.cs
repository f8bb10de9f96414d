using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

public sealed class ReplayStoryTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "../../../../../sample-data/transit-ridership");

    [Fact]
    public void World_OfTheShippedScenario_ServesEachRealDayOnceAndChecksAtMonthsEnds()
    {
        StoryWorld world = StoryWorld.Of(ScenarioFile.Read(Shipped), 1, InjectedDrift.Real);

        Assert.Equal(new DateOnly(2006, 1, 1), world.Calendar.DateOf(0));
        Assert.Equal(new DateOnly(2016, 8, 28), world.Calendar.DateOf(world.Days - 1));
        Assert.All(Enumerable.Range(0, world.Days), day => Assert.Equal(world.Calendar.DateOf(day), Assert.Single(world.RowsOf(day).Days!)));
        Assert.Equal([30, 58, 89], Checks(world).Take(3));
        Assert.Equal(128, Checks(world).Count());
        Assert.Equal(world.Days - 1, Checks(world).Last());
    }

    [Fact]
    public void World_AnInjectedDrift_IsRefused() => Assert.EndsWith(
        "the story tells no 'all'; expected real, as real days are replayed. Leave --drift out.",
        Assert.Throws<ScenarioException>(() => StoryWorld.Of(ScenarioFile.Read(Shipped), 1, InjectedDrift.All)).Message, StringComparison.Ordinal);

    [Fact]
    public void World_AReplayWithoutDays_SaysWhatIsMissing()
    {
        using SmallScenario small = new("\"story\": { \"replay\": \"daily\", \"days\": 3 }");

        ScenarioException refused = Assert.Throws<ScenarioException>(() => StoryWorld.Of(small.Scenario, 1, InjectedDrift.Real));

        Assert.Equal(4, refused.Problems.Count);
        Assert.Contains(refused.Problems, problem => problem.EndsWith("$.story.replay is \"daily\"; expected \"monthly\", a check at the end of each month. Change the value.", StringComparison.Ordinal));
        Assert.Contains(refused.Problems, problem => problem.Contains("the rows have no days; expected \"time\"", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Checks(StoryWorld world)
    {
        for (int day = 0; day < world.Days; day = world.LastBeforeCheck(day) + 1) yield return world.LastBeforeCheck(day);
    }
}
