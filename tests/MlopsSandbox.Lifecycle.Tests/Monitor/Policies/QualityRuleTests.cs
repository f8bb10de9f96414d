using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Policies;

public sealed class QualityRuleTests
{
    [Theory] // 2.326 standard errors of 0.01 are 0.02326; a loss above the line may still be chance
    [InlineData(0.80, 0.01, 0.05, false, "AUC measured at 0.8 against 0.83, a loss of 0.03, below 0.05.")]
    [InlineData(0.77, 0.01, 0.05, true, "AUC measured at 0.77 against 0.83, a loss of 0.06, 0.05 is too much")]
    [InlineData(0.77, 0.03, 0.05, false, "AUC measured at 0.77 against 0.83, a loss of 0.06, which chance alone gives up to 0.0698.")]
    public void Quality_Loss_CountsFromTheLineOnAndBeyondChance(double auc, double error, double line, bool fires, string text) =>
        Assert.Equal(new RuleFinding(fires, text, "quality"), new QualityRule(line).Judge(SomeEvidence.After(10) with { Quality = SomeEvidence.Auc(auc, error) }));

    [Fact]
    public void Quality_NotMeasured_Rests() =>
        Assert.Equal(new RuleFinding(false, "Too few labels have arrived to measure quality.", "quality"), new QualityRule(0.05).Judge(SomeEvidence.After(10)));

    [Fact]
    public void EstimatedQuality_LooksAtTheEstimateAlone()
    {
        RetrainEvidence evidence = SomeEvidence.After(10) with { Quality = SomeEvidence.Auc(0.83), EstimatedQuality = SomeEvidence.Auc(0.7) };

        Assert.False(new QualityRule(0.05).Judge(evidence).Fires);
        Assert.True(new EstimatedQualityRule(0.05).Judge(evidence).Fires);
        Assert.Equal("This check estimates no quality.", new EstimatedQualityRule(0.05).Judge(SomeEvidence.After(10)).Text);
    }

    [Fact] // of an error, more is worse
    public void Quality_Error_IsLostWhenItGrows() =>
        Assert.Equal(120, new QualityEvidence("MAE", Value: 1020, Reference: 900, LossError: 10, MoreIsBetter: false).Loss);

    [Theory] // by hand: (9 − 5 − 1.645 · 1) · 10 · (31 − 1) = 706.5
    [InlineData(700, true)]
    [InlineData(707, false)]
    public void Cost_Staying_IsHeldAgainstTheTraining(double retrainCost, bool fires)
    {
        RetrainEvidence evidence = SomeEvidence.After(10) with { Cost = new CostEvidence("USD", PerRequest: 9, Reference: 5, DifferenceError: 1) };

        RuleFinding finding = new CostRule(retrainCost, HorizonDays: 31).Judge(evidence);

        Assert.Equal(fires, finding.Fires);
        Assert.StartsWith("Mistakes cost 9 USD a request against 5 USD; staying would cost at least 706 USD in 31 days of 10 requests, training 70", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cost_RetrainTakesLongerThanTheHorizon_NeverPays() => Assert.False(
        new CostRule(0, HorizonDays: 1).Judge(SomeEvidence.After(10) with { RetrainDays = 2, Cost = new CostEvidence("USD", 100, 0, 0) }).Fires);

    [Fact]
    public void Cost_NotKnown_Rests() => Assert.False(new CostRule(0, 30).Judge(SomeEvidence.After(10)).Fires);

    [Fact] // acts from 50 / 550 = 0.0909 on: of the 40 rows 10 are called in vain and 10 leave unnoticed; (10 · 50 + 10 · 500) / 40
    public void MistakeCosts_KnownRows_AreTheMeanOfTheirCosts()
    {
        double[] scores = [.. Enumerable.Repeat(0.2, 20), .. Enumerable.Repeat(0.05, 20)];
        bool[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 20 < 10)];

        CostEvidence cost = MistakeCosts.Compare(new("USD", 50, 500), scores, labels, scores, labels)!;

        Assert.Equal((137.5, 137.5), (cost.PerRequest, cost.Reference));
    }

    [Fact]
    public void MistakeCosts_NoCostsOrFewRows_AreNotKnown()
    {
        double[] scores = [.. Enumerable.Repeat(0.5, 29)];
        bool[] labels = new bool[29];

        Assert.Null(MistakeCosts.Compare(new("USD", 50, 500), scores, labels, scores, labels));
        Assert.Null(MistakeCosts.Compare(new("USD", 0, 0), [.. scores, 0.5], [.. labels, true], [.. scores, 0.5], [.. labels, true]));
    }
}
