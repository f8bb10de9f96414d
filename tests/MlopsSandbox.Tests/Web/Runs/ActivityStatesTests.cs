using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Components;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class ActivityStatesTests
{
    private static IReadOnlyDictionary<string, ActivityState> Of(RunRow run) => ActivityStates.Of(SomeRun.Lifecycle, run);

    [Fact]
    public void Of_RunThatHasJustBegun_KnowsWhatItHasNotReached()
    {
        IReadOnlyDictionary<string, ActivityState> states = Of(SomeRun.Run(stages: SomeRun.Stage("ingest")));

        Assert.Equal("running", states["ingest"].Word);
        Assert.False(states["prep"].IsReached);
        Assert.Equal(SomeRun.Lifecycle.Activities.Count, states.Count);
    }

    [Fact]
    public void Of_StageThatFailedAndWasTriedAgain_StandsAsItsLastTry()
    {
        StageExecutionRow failed = SomeRun.Stage("ingest", ended: 1) with { Status = ExecutionStatus.Failed };

        ActivityState state = Of(SomeRun.Run(stages: [failed, SomeRun.Stage("ingest", 1, 1, 2, attempt: 2)]))["ingest"];

        Assert.Equal("succeeded", state.Word);
        Assert.Equal(2, state.Attempts.Count);
    }

    [Fact]
    public void Of_StageWithTrialsAtWork_RunsAndKeepsThemApart()
    {
        StageExecutionRow tune = SomeRun.Stage("tune") with { Status = ExecutionStatus.Waiting };

        ActivityState state = Of(SomeRun.Run(stages: [tune, SomeRun.Stage("tune", ended: 1, trial: 0), SomeRun.Stage("tune", trial: 1)]))["tune"];

        Assert.Equal("running", state.Word);
        Assert.Equal([0, 1], state.Trials.Select(trial => trial.Trial));
        Assert.Equal("1 of 2 trials", RunFlow.Note(state));
    }

    [Fact]
    public void Of_ActivitiesWithoutAStage_StandAsJournalWaitsAndIncidentsSay()
    {
        RunRow run = SomeRun.Run() with
        {
            Journal = [SomeRun.Left("fork", "sdca, lbfgs"), SomeRun.Left("rejected", "Done", "no model")],
            Waits = [new WaitRow { ActivityId = "join", Kind = WaitKind.Event, Name = "go" }],
            Incidents = [new IncidentRow("prep", "MlopsSandbox.Prep", "broken", SomeRun.Start, null)],
        };

        IReadOnlyDictionary<string, ActivityState> states = Of(run);

        Assert.Equal(["succeeded", "waiting", "failed"], new[] { "fork", "join", "prep" }.Select(id => states[id].Word));
        Assert.Equal(["sdca", "lbfgs"], states["fork"].Outcomes);
    }

    [Fact]
    public void MostTelling_RunThatFailed_IsWhatFailed()
    {
        RunRow run = SomeRun.Run(stages: [SomeRun.Stage("ingest", ended: 1), SomeRun.Stage("prep", ended: 2) with { Status = ExecutionStatus.Failed }]);

        Assert.Equal("prep", ActivityStates.MostTelling(SomeRun.Lifecycle, Of(run)));
    }

    [Fact]
    public void MostTelling_RunThatEndedWell_IsWhatMeasured()
    {
        RunRow run = SomeRun.Run(stages: [SomeRun.Stage("ingest", ended: 1), SomeRun.Stage("evaluate", ended: 2), SomeRun.Stage("deploy", ended: 3)]).Ended(RunStatus.Succeeded, 3);

        Assert.Equal("evaluate", ActivityStates.MostTelling(SomeRun.Lifecycle, Of(run)));
    }

    [Fact]
    public void Flow_TakenWays_AreThoseThatTheJournalLeftBy()
    {
        RunRow run = SomeRun.Run(stages: SomeRun.Stage("evaluate", ended: 1)) with { Journal = [SomeRun.Left("evaluate", "Accepted")] };

        FlowView flow = RunFlow.Of(FlowView.Of(SomeRun.Lifecycle), Of(run), "evaluate", id => $"/{id}");

        Assert.Equal(["Accepted"], flow.Edges.Where(edge => edge.IsTaken == true).Select(edge => edge.Label));
        FlowNode chosen = flow.Nodes.Single(node => node.IsChosen);
        Assert.Equal(("Evaluate", "succeeded", "1.00 s"), (chosen.Title, chosen.Word, chosen.Note));
        Assert.True(flow.Nodes.Single(node => node.Id == "deploy").IsIdle);
    }
}
