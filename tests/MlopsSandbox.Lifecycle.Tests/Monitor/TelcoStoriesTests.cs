using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>Whole stories of daily checks whose truth is known, scored: false alarms, delay, misses, and the cause that is named.</summary>
public sealed class TelcoStoriesTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>
{
    private const int Days = 28, ChangeDay = 14;
    private static readonly DriftCheckSettings Settings = new() { Alpha = 0.05 / Days };

    [Fact] // the budget is 5 % of the stories, of which 40 have more than 6 with probability 0.003; 400 stories had 6 with an alarm when this was written
    public void Run_FortyQuietStories_AtMostSixRaiseAnAlarm()
    {
        int alarmed = Enumerable.Range(0, 40).AsParallel().Count(seed =>
        {
            TelcoStory story = new(telco.Rows, seed);
            return Enumerable.Range(0, Days).Any(day => story.CheckAfter(day, Settings).Drifted);
        });

        Assert.InRange(alarmed, 0, 6);
    }

    [Fact]
    public void Run_PriceRisesByThreeTenths_IsFoundWithinTwoDays() =>
        AssertFound(traffic => TelcoDrift.Price(traffic, ChangeDay, 1.3), "monthly_charges", within: 2);

    [Fact]
    public void Run_FiberGrowsFrom44To70Percent_IsFoundWithinThreeDays() =>
        AssertFound(traffic => TelcoDrift.Fiber(traffic, ChangeDay, 0.7), "internet_service", within: 3);

    [Fact]
    public void Run_ContractsExchangeTheirMeaning_IsFoundWithinTwoDays() =>
        AssertFound(traffic => TelcoDrift.Contract(traffic, ChangeDay), "contract", within: 2);

    [Fact] // labels come three days late
    public void Run_OnlyTheRelationChanges_IsFoundByQualityOnceLabelsArrive() =>
        AssertFound(traffic => TelcoDrift.Labels(traffic, ChangeDay), "quality", within: 7, atLeast: 15);

    private void AssertFound(Func<Table, Table> drift, string cause, int within, int atLeast = 19)
    {
        bool[] found = [.. Enumerable.Range(0, 20).AsParallel().AsOrdered().Select(seed =>
        {
            TelcoStory story = new(telco.Rows, seed, drift);
            DriftReport? alarm = Enumerable.Range(ChangeDay, within).Select(day => story.CheckAfter(day, Settings)).FirstOrDefault(report => report.Drifted);
            return alarm is not null && alarm.Measures.Any(measure => measure.Drifted && measure.Name == cause);
        })];

        Assert.InRange(found.Count(was => was), atLeast, 20);
    }
}
