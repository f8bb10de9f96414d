using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Monitor.Findings;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Windows;

/// <summary>Every monitor looks at the scenario's window, whatever its kind: 100 requests a day, labels two days later.</summary>
public sealed class WindowedMonitorsTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>
{
    private static readonly MonitorBudget Budget = new(0.002);
    private static readonly Baseline Known = WatchedRequests.BaselineOf(1, 10);

    [Theory]
    [MemberData(nameof(WindowRuleTests.Rules), MemberType = typeof(WindowRuleTests))]
    public void Run_NothingChanged_FindsNothing(WindowRule rule) =>
        Assert.DoesNotContain(Enumerable.Range(1, 20).SelectMany(day => Run(rule, day, WatchedRequests.Days(2, day))), result => result.Found);

    [Fact]
    public void Run_FirstTumblingWindowIsNotFull_EveryMonitorSaysWhen()
    {
        IReadOnlyList<MonitorResult> results = Run(new TumblingDays(7), 6, WatchedRequests.Days(2, 6));

        const string reason = "The first window of 7 days is full at 2026-01-08 00:00 (simulated time); nothing is judged before.";
        Assert.All(results.Where(result => result.Monitor != MonitorKind.Operations), result => Assert.Equal(reason, result.NotJudged));
        MonitorResult operations = results.Single(result => result.Monitor == MonitorKind.Operations);
        Assert.Equal([reason, reason, null], operations.Findings.Take(3).Select(finding => finding.NotJudged));
    }

    [Fact] // the values turn bad on day 12, in the second window, which a check sees when it is full
    public void Run_ChangeInTheMiddleOfATumblingWindow_IsFoundAtItsEndAndToldUntilTheNext()
    {
        CapturedRequest[] requests = [.. WatchedRequests.Days(2, 25).Select(request => request.ServedAt < WatchedRequests.Begin.AddDays(11) ? request : request.With(amount: null))];

        int[] found = [.. Enumerable.Range(1, 25).Where(day => Quality(new TumblingDays(7), day, requests).Found)];

        Assert.Equal(Enumerable.Range(14, 12), found);
    }

    [Fact] // of labels from day 20 on none arrives
    public void Run_LabelsStop_AreOverdueInTheWindowInWhichTheyWereDue()
    {
        CapturedRequest[] requests = [.. WatchedRequests.Days(2, 30).Select(request => request.ServedAt < WatchedRequests.Begin.AddDays(19) ? request : request with { Label = null })];

        Assert.Equal(0.5, Overdue(new SlidingDays(4), 23), 1e-12);
        Assert.Equal(0, Overdue(new TumblingDays(7), 27));
        Assert.Equal(1, Overdue(new TumblingDays(7), 28), 1e-12);
        Assert.Equal(2.0 / 21, Overdue(new GrowingWindow(), 23), 1e-12);

        double Overdue(WindowRule rule, int day) => Operations(rule, day, requests).Single(finding => finding.Subject == "labels").Value;
    }

    [Fact]
    public void Run_TrafficStops_IsHeldAgainstTheDaysBeforeTheWindow()
    {
        CapturedRequest[] requests = WatchedRequests.Days(2, 16);

        Assert.Equal((0, 100), Traffic(new SlidingDays(3), 19));
        Assert.Equal((200.0 / 7, 100), Traffic(new TumblingDays(7), 21));
        Assert.Equal((100, 100), Traffic(new TumblingDays(7), 14));
        Assert.Equal("0 whole days have passed before the window; traffic is judged from 5 on.", Operations(new GrowingWindow(), 19, requests)[0].NotJudged);

        (double Now, double Before) Traffic(WindowRule rule, int day) => Operations(rule, day, requests)[0] is var finding ? (finding.Value, finding.Reference) : default;
    }

    private IReadOnlyList<MonitorFinding> Operations(WindowRule rule, int day, CapturedRequest[] requests) =>
        Run(rule, day, requests).Single(result => result.Monitor == MonitorKind.Operations).Findings;

    private MonitorResult Quality(WindowRule rule, int day, CapturedRequest[] requests) => Run(rule, day, requests).Single(result => result.Monitor == MonitorKind.DataQuality);

    private IReadOnlyList<MonitorResult> Run(WindowRule rule, int day, CapturedRequest[] requests)
    {
        Scenario scenario = WatchedRequests.ScenarioOf(telco);
        return AllMonitors.Run(Budget, WatchedRequests.After(day, scenario with { Monitor = scenario.Monitor with { Window = rule } }, Known, requests));
    }
}
