using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class MetricLinesTests
{
    private static readonly ActivityState Tuned = ActivityStates.Of(SomeRun.Lifecycle, SomeRun.Run(stages:
    [
        SomeRun.Stage("tune", ended: 3).Measuring("validationAuc", 0.85).Measuring("trials", 2),
        SomeRun.Stage("tune", ended: 1, trial: 0).Measuring("validationAuc", 0.85).Measuring("validationLogLoss", 0.5),
        SomeRun.Stage("tune", ended: 2, trial: 1).Measuring("validationAuc", 0.81).Measuring("validationLogLoss", 0.4),
    ]))["tune"];

    [Fact]
    public void Of_StageWithTrials_ShowsHowTheySpreadAroundItsValue()
    {
        MetricLine auc = MetricLines.Of(Tuned)[0];

        Assert.Equal(new MetricLine("validationAuc", "of 1", 0.85) { Least = 0.81, Greatest = 0.85, Best = 0.85 }, auc);
    }

    [Fact]
    public void Of_ErrorThatOnlyTrialsMeasured_IsBestWhereItIsLeast()
    {
        MetricLine loss = MetricLines.Of(Tuned).Single(line => line.Name == "validationLogLoss");

        Assert.Equal((null, 0.4), (loss.Value, loss.Best));
    }
}
