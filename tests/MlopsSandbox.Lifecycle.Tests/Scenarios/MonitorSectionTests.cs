using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Schedules;
using MlopsSandbox.Lifecycle.Monitor.Thresholds;
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

    [Fact]
    public void Thresholds_EachKind_AreRead()
    {
        Assert.Null(Read("\"windowDays\": 3").Thresholds);
        Assert.Equal(new FixedThreshold(DistanceScore.Psi, 0.2), Read("\"windowDays\": 3, \"thresholds\": { \"kind\": \"fixed\", \"above\": 0.2 }").Thresholds);
        Assert.Equal(new ChunkThreshold(DistanceScore.JensenShannon, 2.5), Read("\"windowDays\": 3, \"thresholds\": { \"kind\": \"chunks\", \"score\": \"jensenShannon\", \"sigmas\": 2.5 }").Thresholds);
        Assert.Equal(new ChunkThreshold(DistanceScore.Psi, 3), Read("\"windowDays\": 3, \"thresholds\": { \"kind\": \"chunks\" }").Thresholds);
        Assert.Equal(new PermutationThreshold(DistanceScore.Wasserstein, 9_999), Read("\"windowDays\": 3, \"thresholds\": { \"kind\": \"permutation\", \"score\": \"wasserstein\", \"permutations\": 9999 }").Thresholds);
        Assert.Equal(new PermutationThreshold(DistanceScore.Psi, null), Read("\"windowDays\": 3, \"thresholds\": { \"kind\": \"permutation\" }").Thresholds);
    }

    [Fact]
    public void LeastChange_WhatIsNotTold_StaysAsItIs()
    {
        Assert.Equal(LeastChange.Default, Read("\"windowDays\": 3").LeastChange);
        Assert.Equal(new LeastChange(0.05, 0.005), Read("\"windowDays\": 3, \"leastChange\": { \"values\": 0.05 }").LeastChange);
        Assert.Equal(new LeastChange(0, 0.01), Read("\"windowDays\": 3, \"leastChange\": { \"values\": 0, \"shares\": 0.01 }").LeastChange);
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
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"fixed\" }", "$.monitor.thresholds has no \"above\"; expected a score of 0 or more, such as 0.2. Add \"above\".")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"fixd\", \"above\": 1 }", "$.monitor.thresholds.kind is 'fixd'; expected fixed, chunks, permutation. Choose one of them. Did you mean 'fixed'?")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"fixed\", \"above\": 1, \"score\": \"kl\" }", "$.monitor.thresholds.score is 'kl'; expected psi, jensenShannon, wasserstein. Choose one of them.")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"chunks\", \"above\": 1 }", "$.monitor.thresholds.above is not for thresholds of kind 'chunks'; expected sigmas. Remove it, or change the kind.")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"chunks\", \"sigmas\": 0 }", "$.monitor.thresholds.sigmas is 0; expected a number of standard deviations above 0, such as 3. Change the number.")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"permutation\", \"permutations\": 999 }",    // 0.05 / 20 / 2, shared by two features, the predictions and the quality
        "$.monitor.thresholds.permutations is 999; expected at least 3199, so that p can fall to each test's share of the budget, 0.000313. Raise it, or leave it out.")]
    [InlineData("\"windowDays\": 3, \"leastChange\": { \"values\": 1 }", "$.monitor.leastChange.values is 1; expected a share of rows from 0, below 1, such as 0.02. Change the number.")]
    [InlineData("\"windowDays\": 3, \"leastChange\": { \"value\": 0.1 }", "$.monitor.leastChange.value is a name that nothing reads; expected values, shares. Remove it, or correct its spelling. Did you mean 'values'?")]
    public void Monitor_OneThingWrong_IsToldAtItsPlace(string members, string expected)
    {
        string problem = Assert.Single(Assert.Throws<ScenarioException>(() => Read(members)).Problems);

        Assert.EndsWith(": " + expected, problem, StringComparison.Ordinal);
        Assert.Matches("scenario.json:14:[0-9]+: ", problem);
    }

    private MonitorSettings Read(string members)
    {
        _temporary.Write("shop/shop.csv", "price,city,bought\n");
        _temporary.Write("shop/scenario.json", ScenarioFileTests.Valid.Replace("\"windowDays\": 3", members, StringComparison.Ordinal));
        return ScenarioFile.Read(Path.Combine(_temporary.Path, "shop")).Monitor;
    }
}
