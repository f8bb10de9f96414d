using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Policies;

public sealed class RetrainPolicyTests
{
    private static readonly DateTimeOffset Changed = SomeEvidence.Start.AddDays(17);

    [Fact]
    public void Default_NoAlarm_IsNone() =>
        Assert.Equal(new RetrainDecision(RetrainChoice.None, "No drift.", null, null), RetrainPolicy.Default.Decide(SomeEvidence.After(10)));

    [Fact]
    public void Default_TooFewLabels_WaitsForThem()
    {
        RetrainDecision decision = Decide(labels: 699);

        Assert.Equal(RetrainChoice.Wait, decision.Choice);
        Assert.Equal("Drift in contract since about 2026-01-18, found 2026-01-20: 699 of 700 labels needed from after the change have arrived.", decision.Reason);
        Assert.Equal(("drift-0003", Changed, "drift", "labels"), (decision.AlarmReport, decision.ChangedAt, decision.Rule, decision.Guardrail));
    }

    [Fact]
    public void Default_EnoughLabels_RetrainsOnWhatCameAfterTheChange()
    {
        RetrainDecision decision = Decide(labels: 1700);

        Assert.Equal(RetrainChoice.Retrain, decision.Choice);
        Assert.Equal("Drift in contract since about 2026-01-18, found 2026-01-20: 1,700 labels from after the change have arrived, 700 are enough.", decision.Reason);
        Assert.Equal(new SelectedData("labelled", Changed), decision.Data);
        Assert.Null(decision.Guardrail);
    }

    [Theory] // 701 labels and half of them more is 1,051.5
    [InlineData(1051, RetrainChoice.Wait)]
    [InlineData(1052, RetrainChoice.Retrain)]
    public void Default_AfterARejectedTry_WantsHalfAsManyMore(int labels, RetrainChoice expected) => Assert.Equal(expected, Decide(labels, lastTry: 701).Choice);

    [Fact]
    public void Decide_NewModelOnItsWay_IsNone() => Assert.Equal(
        new RetrainDecision(RetrainChoice.None, "A new model serves from 2026-01-18 on.", null, null),
        RetrainPolicy.Default.Decide(SomeEvidence.After(30) with { Alarm = SomeEvidence.Alarm(), PendingFrom = Changed }));

    [Fact]
    public void Never_Drift_LeavesItAndSaysSo() => Assert.Equal(
        new RetrainDecision(RetrainChoice.None, "Drift in contract, and the policy is never to retrain.", null, null),
        new RetrainPolicy(new NeverRule()).Decide(SomeEvidence.After(30) with { Alarm = SomeEvidence.Alarm() }));

    [Theory]
    [InlineData(6.9, RetrainChoice.None, "The next training is due 2026-01-08.")]
    [InlineData(7, RetrainChoice.Retrain, "Trained last 2026-01-01, which the policy repeats every 7 days: 50 labels to learn from have arrived, 0 are enough.")]
    public void Periodic_DriftOrNot_AsksWhenItsTimeHasCome(double day, RetrainChoice choice, string reason)
    {
        RetrainDecision decision = new RetrainPolicy(new PeriodicRule(7)).Decide(SomeEvidence.After(day));

        Assert.Equal((choice, reason), (decision.Choice, decision.Reason));
    }

    [Theory] // 10 labels a day from the second day on; the last training knew none
    [InlineData(11, RetrainChoice.None, "90 of 100 labels have arrived since the training of 2026-01-01.")]
    [InlineData(12, RetrainChoice.Retrain, "100 of 100 labels have arrived since the training of 2026-01-01: 100 labels to learn from have arrived, 0 are enough.")]
    public void Labels_Arrive_AsksWhenThereAreEnoughNewOnes(double day, RetrainChoice choice, string reason)
    {
        RetrainDecision decision = new RetrainPolicy(new LabelsRule(100)).Decide(SomeEvidence.After(day));

        Assert.Equal((choice, reason), (decision.Choice, decision.Reason));
    }

    [Fact]
    public void Any_OneFires_NamesItAndItsGrounds()
    {
        RetrainDecision decision = new RetrainPolicy(new AnyRule([new DriftRule(), new PeriodicRule(7)])).Decide(SomeEvidence.After(8));

        Assert.Equal((RetrainChoice.Retrain, "periodic"), (decision.Choice, decision.Rule));
    }

    [Fact]
    public void Any_NoneFires_SaysWhyOfEach() => Assert.Equal(
        "No drift. The next training is due 2026-01-08.", new RetrainPolicy(new AnyRule([new DriftRule(), new PeriodicRule(7)])).Decide(SomeEvidence.After(3)).Reason);

    [Fact]
    public void All_OneRests_SaysWhich()
    {
        RetrainPolicy policy = new(new AllRule([new PeriodicRule(7), new DriftRule()]));

        Assert.Equal((RetrainChoice.None, "No drift."), policy.Decide(SomeEvidence.After(8)) is var decision ? (decision.Choice, decision.Reason) : default);
        Assert.Equal(RetrainChoice.Retrain, policy.Decide(SomeEvidence.After(30) with { Alarm = SomeEvidence.Alarm() }).Choice);
    }

    private static RetrainDecision Decide(int labels, int? lastTry = null) => RetrainPolicy.Default.WithLabelsOf(700).Decide(SomeEvidence.After(60) with
    {
        Alarm = SomeEvidence.Alarm(lastTry),
        Labels = [.. SomeEvidence.Labels(170), .. SomeEvidence.Labels(labels, Changed)],
    });
}
