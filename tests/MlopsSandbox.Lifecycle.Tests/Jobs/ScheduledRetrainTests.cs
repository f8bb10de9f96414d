using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The shipped weekly retrain, with the real stages and a clock that the test moves.</summary>
public sealed class ScheduledRetrainTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);
    private readonly TestHome _home = new();
    private readonly ManualTime _time = new();    // a Sunday
    private readonly TestProcess _process;

    public ScheduledRetrainTests() => _process = _home.NewProcess(_time, RealStages.Types).Knows(RealStages.Workflow("scheduled-retrain")).Knows(RealStages.Workflow("retrain"));

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task FireDue_Monday_RetrainsForTheScenarioAndWaitsForItsApproval()
    {
        Assert.Equal(Monday, _process.Bridge.Schedules.FireDue());
        Assert.Empty(Runs);
        _time.Now = Monday;
        Assert.Equal(Monday.AddDays(7), _process.Bridge.Schedules.FireDue());
        await _process.Settle();

        RunRow scheduled = Run("scheduled-retrain"), retrain = Run("retrain");
        Assert.Equal(("schedule", RunStatus.Waiting), (scheduled.Cause.Kind, scheduled.Status));
        Assert.Equal((new RunCause("dispatch", scheduled.Id), RunStatus.Waiting, "telco-churn", null), (retrain.Cause, retrain.Status, retrain.Scenario, retrain.StoryId));

        _process.Bridge.Control.Decide(retrain.Id, activityId: null, new ApprovalDecision(IsApproved: true, "anna", "fine"));
        await _process.Settle();
        Assert.Equal([RunStatus.Succeeded, RunStatus.Succeeded], Runs.Select(run => run.Status));
        Assert.Equal(["champion"], Assert.Single(_process.Catalog.Read(tx => tx.Models.All("telco-churn"))).Aliases);
    }

    private IReadOnlyList<RunRow> Runs => _process.Catalog.Read(tx => tx.Runs.All());

    private RunRow Run(string workflow) => Runs.Single(run => run.Workflow == workflow);
}
