using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Simulation.Traffic;

namespace MlopsSandbox.Simulation.Tests.Traffic;

public sealed class TrafficPlanTests : IDisposable
{
    private readonly SmallScenario _small = new("""
        "story": { "days": 10, "requestsPerDay": 20, "driftDay": 4, "segment": { "feature": "plan", "value": "gold", "share": 0.33 } }
        """);

    private readonly Table _table;
    private readonly DriftStory _story;

    public TrafficPlanTests() => (_table, _story) = (ScenarioData.Read(_small.Scenario), DriftStory.Of(_small.Scenario));

    public void Dispose() => _small.Dispose();

    [Theory]
    [InlineData(InjectedDrift.None)]
    [InlineData(InjectedDrift.All)]
    public void Of_AnySeed_ServesEachRowOnceAndNoneOfTheHistory(InjectedDrift drift)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            RowDivision division = RowDivision.Of(seed, _small.Scenario, _table);
            int[] served = [.. TrafficPlan.Of(_small.Scenario, _table, division, drift, _story).Days.SelectMany(day => day)];

            Assert.Equal(200, served.Length);
            Assert.Equal(200, served.Distinct().Count());
            Assert.Empty(served.Intersect([.. division.Train, .. division.Validation, .. division.Test]));
            Assert.Empty(served.Except(division.Reserve));
        }
    }

    [Fact]
    public void Of_Segment_RaisesTheShareFromItsDayOn()
    {
        var days = PlanOf(1, InjectedDrift.Segment).Days;

        // 0.33 of 6 · 20 requests is 39.6, rounded to 40; of each day 6 or 7, as 0.33 · 20 is 6.6.
        Assert.Equal(40, days.Skip(4).Sum(Gold));
        Assert.All(days.Skip(4), day => Assert.InRange(Gold(day), 6, 7));
        Assert.All(days, day => Assert.Equal(20, day.Count));
    }

    [Fact]
    public void Of_Segment_ChangesNothingBeforeItsDay()
    {
        var told = PlanOf(1, InjectedDrift.All).Days;
        var quiet = PlanOf(1, InjectedDrift.None).Days;
        for (int day = 0; day < 4; day++) Assert.Equal(quiet[day], told[day]);
        Assert.NotEqual(quiet[4], told[4]);
    }

    [Fact]
    public void Of_TheSameSeed_GivesTheSamePlan()
    {
        Assert.Equal(PlanOf(5, InjectedDrift.All).Days.SelectMany(day => day), PlanOf(5, InjectedDrift.All).Days.SelectMany(day => day));
        Assert.NotEqual(PlanOf(5, InjectedDrift.All).Days[0], PlanOf(6, InjectedDrift.All).Days[0]);
    }

    [Fact]
    public void Of_MoreRequestsThanTheReserveHolds_SaysHowMany()
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => PlanOf(1, InjectedDrift.None, _story with { RequestsPerDay = 31 }));
        Assert.Contains("the story needs 310 rows in the traffic reserve; found 300.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ASegmentThatRunsOut_SaysHowMany()
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => PlanOf(1, InjectedDrift.Segment, _story with { Segment = new SegmentShift("plan", "gold", 0.9) }));
        Assert.Contains("the story needs 108 rows of the segment 'gold' left in the reserve on the drift day; found ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ASegmentThatNoRowHas_NamesThePlace()
    {
        ScenarioException refused = Assert.Throws<ScenarioException>(() => PlanOf(1, InjectedDrift.Segment, _story with { Segment = new SegmentShift("plan", "silver", 0.3) }));
        Assert.Contains("no row of small.csv has plan 'silver'", refused.Message, StringComparison.Ordinal);
    }

    private TrafficPlan PlanOf(int seed, InjectedDrift drift, DriftStory? story = null) =>
        TrafficPlan.Of(_small.Scenario, _table, RowDivision.Of(seed, _small.Scenario, _table), drift, story ?? _story);

    private static int Gold(IReadOnlyList<int> rows) => rows.Count(row => row % 4 == 0);
}
