using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class EndpointHealthTests
{
    [Fact]
    public void Light_WithoutACheck_SaysSo() => Assert.Equal(MonitorLight.Unchecked, Health(null).Light);

    [Fact]
    public void Light_AfterDrift_IsDriftedUntilAnotherModelServes()
    {
        Assert.Equal(MonitorLight.Drifted, Health(SampleHistory.Check(6)).Light);
        Assert.Equal(MonitorLight.Answered, Health(SampleHistory.Check(6), servingFromDay: 6).Light);
    }

    [Fact]
    public void Light_AfterAQuietCheck_DependsOnAlertsThatNobodyHasTakenUp()
    {
        Assert.Equal(MonitorLight.Alerts, Health(SampleHistory.Check(2), open: 1).Light);
        Assert.Equal(MonitorLight.Quiet, Health(SampleHistory.Check(2), inHand: 1).Light);
    }

    [Fact]
    public void Light_WhereNothingCouldBeJudged_Waits() => Assert.Equal(MonitorLight.Waiting, Health(SampleHistory.Check(2) with { Measures = [] }).Light);

    private static EndpointHealth Health(CheckReport? last, int open = 0, int inHand = 0, int servingFromDay = 0) => new(
        "churn-0001", new Deployment("churn-0001", 1, ContentHash.Of([1]), null, SampleHistory.Day(servingFromDay), "lifecycle-0001"), last, open, inHand);
}
