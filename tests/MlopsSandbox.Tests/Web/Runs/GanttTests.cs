using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Components;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class GanttTests
{
    private static readonly Dictionary<string, string> Titles = FlowView.Of(SomeRun.Lifecycle).Nodes.ToDictionary(node => node.Id, node => node.Title);

    private static Gantt Of(RunRow run, double now = 0) => Gantt.Of(SomeRun.Lifecycle, run, ActivityStates.Of(SomeRun.Lifecycle, run), Titles, SomeRun.Start.AddSeconds(now));

    [Fact]
    public void Of_Run_HasARowForEachActivityInTheOrderOfItsTree() =>
        Assert.Equal(SomeRun.Lifecycle.Activities.Skip(1).Select(activity => activity.Id), Of(SomeRun.Run()).Rows.Select(row => row.ActivityId));

    [Fact]
    public void Of_Stage_TellsTheQueueAndTheWorkApart()
    {
        GanttRow row = Of(SomeRun.Run(stages: SomeRun.Stage("ingest", queued: 1, started: 3, ended: 7)).Ended(RunStatus.Succeeded, 10)).Rows[0];

        Assert.Equal((2, 4), (row.WaitedSeconds, row.WorkedSeconds));
    }

    [Fact]
    public void Of_WhatHasNotEnded_GoesOnUntilNow()
    {
        Gantt gantt = Of(SomeRun.Run(stages: [SomeRun.Stage("ingest", 0, 2), SomeRun.Stage("prep", 4, started: null)]), now: 10);

        Assert.Equal(10, gantt.Seconds);
        Assert.Equal(8, gantt.Rows[0].WorkedSeconds);
        Assert.Equal((6, 0), (gantt.Rows[1].WaitedSeconds, gantt.Rows[1].WorkedSeconds));
    }

    [Fact]
    public void Of_RunThatWaitsForSomebody_EndsWithItsLastWork() =>
        Assert.Equal(4, Of(SomeRun.Run(stages: SomeRun.Stage("ingest", queued: 0, started: 2, ended: 4)) with { Status = RunStatus.Waiting }, now: 1000).Seconds);

    [Fact]
    public void Of_Trials_AreFoldedBelowTheirStage()
    {
        GanttRow tune = Of(SomeRun.Run(stages: [SomeRun.Stage("tune"), SomeRun.Stage("tune", ended: 1, trial: 0), SomeRun.Stage("tune", ended: 2, trial: 1)]), now: 3).Rows.Single(row => row.ActivityId == "tune");

        Assert.Single(tune.Bars);
        Assert.Equal(["trial 1", "trial 2"], tune.Trials.Select(trial => trial.Title));
    }

    [Theory]    // steps of 1, 2 or 5 times a power of ten; of minutes and hours as clocks have them
    [InlineData(10, "0|2 s|4 s|6 s|8 s|10 s")]
    [InlineData(0.7, "0|200 ms|400 ms|600 ms")]
    [InlineData(130, "0|30 s|1 min|1 min 30 s|2 min")]
    [InlineData(4000, "0|15 min|30 min|45 min|1 h")]
    public void Ticks_AreRoundAndFew(double seconds, string expected) =>
        Assert.Equal(expected, string.Join('|', new Gantt([], seconds).Ticks().Select(Gantt.Tick)));
}
