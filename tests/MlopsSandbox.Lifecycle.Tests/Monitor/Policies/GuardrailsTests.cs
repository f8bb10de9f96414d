using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Policies;

public sealed class GuardrailsTests
{
    private static readonly DateTimeOffset Start = SomeEvidence.Start;
    private static readonly RetrainPolicy Always = new(new PeriodicRule(0.1));

    [Fact]
    public void Unfinished_RunUnderWay_IsWaitedFor() => Assert.Equal(
        (RetrainChoice.Wait, "unfinished", "Trained last 2026-01-01, which the policy repeats every 0.1 days: retrain-0002 is still under way for this endpoint, and one training at a time is enough."),
        Grounds(Always, SomeEvidence.After(30) with { UnfinishedRun = "retrain-0002" }));

    [Theory]
    [InlineData(29.9, RetrainChoice.Wait)]
    [InlineData(30, RetrainChoice.Retrain)]
    public void Cooldown_OfTheLastTraining_IsHonouredToTheMinute(double day, RetrainChoice expected) =>
        Assert.Equal(expected, (Always with { Guardrails = new() { CooldownDays = 7 } }).Decide(SomeEvidence.After(day) with { Trainings = [Start.AddDays(23)] }).Choice);

    [Theory]
    [InlineData(30, RetrainChoice.Wait)]
    [InlineData(31, RetrainChoice.Retrain)] // the first of the two is 30 days old
    public void Budget_Spent_WaitsUntilItsPeriodHasSlidOn(double day, RetrainChoice expected) => Assert.Equal(
        expected, (Always with { Guardrails = new() { Budget = new(2, 30) } }).Decide(SomeEvidence.After(day) with { Trainings = [Start.AddDays(1), Start.AddDays(20)] }).Choice);

    [Fact] // every fifth of 100 labels is positive
    public void LabelsOfEachClass_TooFewOfTheRarer_WaitsForThem() => Assert.Equal(
        (RetrainChoice.Wait, "labels", "Trained last 2026-01-01, which the policy repeats every 0.1 days: 20 of 21 labels needed of the rarer class to learn from have arrived."),
        Grounds(Always with { Guardrails = new() { MinimumLabelsOfEachClass = 21 } }, SomeEvidence.After(12)));

    [Fact]
    public void LabelsOfEachClass_LabelsAreNumbers_AsksForNone()
    {
        RetrainEvidence numbers = SomeEvidence.After(12) with { Labels = [new ArrivedLabel(Start, Start.AddDays(2), null)] };

        Assert.Equal(RetrainChoice.Retrain, (Always with { Guardrails = new() { MinimumLabelsOfEachClass = 21 } }).Decide(numbers).Choice);
    }

    [Fact]
    public void Approval_Asked_GoesWithTheDecision() => Assert.True((Always with { Guardrails = new() { Approval = true } }).Decide(SomeEvidence.After(12)).AsksApproval);

    [Fact] // random days of checks and drift: whatever asks, guardrails hold
    public void Decide_ManyRandomDays_NeverTrainsWithinTheCooldownNorOverBudget()
    {
        Statistics.SeededRandom random = new(7);
        RetrainPolicy policy = new(new AnyRule([new DriftRule(), new PeriodicRule(5)])) { Guardrails = new() { CooldownDays = 4, Budget = new(3, 30) } };
        List<DateTimeOffset> trainings = [];
        for (double day = 0; day < 1000; day += random.NextDouble())
        {
            RetrainEvidence evidence = SomeEvidence.After(day) with
            {
                Trainings = [.. trainings],
                LastTrainedAt = trainings.LastOrDefault(Start),
                Alarm = random.NextDouble() < 0.3 ? SomeEvidence.Alarm() : null,
                Labels = [],
            };
            if (policy.Decide(evidence).Choice == RetrainChoice.Retrain) trainings.Add(evidence.At);
        }

        Assert.InRange(trainings.Count, 90, 100);    // 3 in each 30 days, when nothing is let slip
        Assert.All(trainings.Zip(trainings.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromDays(4)));
        Assert.All(trainings.Zip(trainings.Skip(3)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromDays(30)));
    }

    private static (RetrainChoice, string?, string) Grounds(RetrainPolicy policy, RetrainEvidence evidence) =>
        policy.Decide(evidence) is var decision ? (decision.Choice, decision.Guardrail, decision.Reason) : default;
}
