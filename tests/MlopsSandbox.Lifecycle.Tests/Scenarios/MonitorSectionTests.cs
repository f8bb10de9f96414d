using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

/// <summary>What a scenario may say of its monitor, and how it is told what it may not.</summary>
public sealed class MonitorSectionTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Window_EachKind_IsRead()
    {
        Assert.Equal(new SlidingDays(3), Read("\"windowDays\": 3").Window);
        Assert.Equal(new SlidingDays(3), Read("\"window\": { \"kind\": \"sliding\", \"days\": 3 }").Window);
        Assert.Equal(new SlidingRows(500), Read("\"window\": { \"kind\": \"sliding\", \"rows\": 500 }").Window);
        Assert.Equal(new TumblingDays(7), Read("\"window\": { \"kind\": \"tumbling\", \"days\": 7 }").Window);
        Assert.Equal(new GrowingWindow(), Read("\"window\": { \"kind\": \"growing\" }").Window);
    }

    [Fact]
    public void Schedule_EachKind_IsRead()
    {
        Assert.Null(Read("\"windowDays\": 3").Schedule);
        Assert.Equal("0 0 * * 1", Assert.IsType<CronChecks>(Read("\"windowDays\": 3, \"schedule\": { \"cron\": \"0 0 * * 1\" }").Schedule).Expression);
        Assert.Equal(new RequestChecks(500), Read("\"windowDays\": 3, \"schedule\": { \"everyRequests\": 500 }").Schedule);
    }

    [Theory]
    [InlineData("\"watch\": [\"quality\"]", "$.monitor has no \"windowDays\"; expected a whole number of days from 1 to 365. Add \"windowDays\".")]
    [InlineData("\"windowDays\": 3, \"window\": { \"kind\": \"growing\" }", "$.monitor.window is there beside windowDays; expected one of the two. Remove windowDays, which is short for a sliding window of days.")]
    [InlineData("\"window\": 3", "$.monitor.window is 3; expected an object such as { \"kind\": \"sliding\", \"days\": 3 }. Change the value.")]
    [InlineData("\"window\": { \"days\": 3 }", "$.monitor.window has no \"kind\"; expected sliding, tumbling, growing. Add \"kind\".")]
    [InlineData("\"window\": { \"kind\": \"slidng\", \"days\": 3 }", "$.monitor.window.kind is 'slidng'; expected sliding, tumbling, growing. Choose one of them. Did you mean 'sliding'?")]
    [InlineData("\"window\": { \"kind\": \"sliding\" }", "$.monitor.window has neither days nor rows; expected one of the two. A window is as long as either says.")]
    [InlineData("\"window\": { \"kind\": \"sliding\", \"days\": 3, \"rows\": 500 }", "$.monitor.window has both days and rows; expected one of the two. A window is as long as either says.")]
    [InlineData("\"window\": { \"kind\": \"sliding\", \"rows\": 99 }", "$.monitor.window.rows is 99; expected a whole number of requests from 100 to 1000000. Change the number.")]
    [InlineData("\"window\": { \"kind\": \"tumbling\", \"days\": 7, \"rows\": 500 }", "$.monitor.window.rows is a name that nothing reads; expected kind, days. Remove it, or correct its spelling.")]
    [InlineData("\"window\": { \"kind\": \"tumbling\", \"days\": 0 }", "$.monitor.window.days is 0; expected a whole number of days from 1 to 365. Change the number.")]
    [InlineData("\"window\": { \"kind\": \"growing\", \"days\": 3 }", "$.monitor.window.days is a name that nothing reads; expected kind. Remove it, or correct its spelling.")]
    [InlineData("\"windowDays\": 3, \"schedule\": {}", "$.monitor.schedule has neither cron nor everyRequests; expected one of the two. Say when checks are made.")]
    [InlineData("\"windowDays\": 3, \"schedule\": { \"cron\": \"0 0 * * 1\", \"everyRequests\": 5 }", "$.monitor.schedule has both cron and everyRequests; expected one of the two. Say when checks are made.")]
    [InlineData("\"windowDays\": 3, \"schedule\": { \"everyRequests\": 0 }", "$.monitor.schedule.everyRequests is 0; expected a whole number of requests from 1 to 1000000. Change the number.")]
    [InlineData("\"windowDays\": 3, \"schedule\": { \"cron\": \"0 0 31 2 *\" }",
        "$.monitor.schedule.cron is '0 0 31 2 *'; expected five fields (minute, hour, day of month, month, day of week) that are due at some time, such as '0 0 * * 1'. Correct it.")]
    public void Monitor_OneThingWrong_IsToldAtItsPlace(string members, string expected)
    {
        string problem = Assert.Single(Assert.Throws<ScenarioException>(() => Read(members)).Problems);

        Assert.EndsWith(": " + expected, problem, StringComparison.Ordinal);
        Assert.Matches("scenario.json:14:[0-9]+: ", problem);
    }

    private MonitorSettings Read(string members)
    {
        _temporary.Write("shop/shop.csv", "price,city,bought\n");
        _temporary.Write("shop/scenario.json", $$"""
            {
              "name": "shop",
              "title": "Shop",
              "task": "binary-classification",
              "data": "shop.csv",
              "label": { "column": "bought", "positive": "yes" },
              "features": [ { "name": "price", "kind": "numeric" }, { "name": "city", "kind": "categorical" } ],
              "goal": "Sell.",
              "successCriteria": [ { "metric": "auc", "atLeast": 0.7 } ],
              "costs": { "currency": "EUR", "falsePositive": 1, "falseNegative": 2.5 },
              "division": { "historyShare": 0.4, "train": 0.8, "validation": 0.1, "test": 0.1 },
              "labels": { "delayDays": 2 },
              "retrain": { "durationDays": 1, "minimumLabels": 300, "train": 0.6, "validation": 0.2, "test": 0.2 },
              "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": 20, {{members}} }
            }
            """);
        return ScenarioFile.Read(Path.Combine(_temporary.Path, "shop")).Monitor;
    }
}
