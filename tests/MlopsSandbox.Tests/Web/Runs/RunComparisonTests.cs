using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class RunComparisonTests
{
    private static ComparedRun Run(double auc, string source, string model) => new(
        SomeRun.Run(stages: SomeRun.Stage("evaluate", 0, 0, ended: 2).Measuring("auc", auc).Measuring("rows", 100).Making("model", model)).Ended(RunStatus.Succeeded, 4),
        new Dictionary<string, string> { ["scenario"] = "telco-churn", ["source"] = source });

    private static ComparedLine Metric(string name, double a, double b)
    {
        ComparedRun[] runs = [.. new[] { a, b }.Select(value => new ComparedRun(SomeRun.Run(stages: SomeRun.Stage("evaluate", 0, 0, ended: 2).Measuring(name, value)), new Dictionary<string, string>()) { Currency = "USD" })];
        return Group("Metrics", runs[0], runs[1]).Single();
    }

    private static IReadOnlyList<ComparedLine> Group(string title, ComparedRun a, ComparedRun b) => RunComparison.Of(a, b).Single(group => group.Title == title).Lines;

    [Fact]
    public void Of_TheSameRun_DiffersInNothing() =>
        Assert.DoesNotContain(RunComparison.Of(Run(0.8, "history", "m"), Run(0.8, "history", "m")), group => group.Lines.Any(line => line.IsDifferent));

    [Fact]
    public void Of_OtherInputs_SetsWhatDiffersFirst()
    {
        IReadOnlyList<ComparedLine> inputs = Group("Inputs", Run(0.8, "history", "m"), Run(0.8, "labelled", "m"));

        Assert.Equal([("source", true), ("scenario", false)], inputs.Select(line => (line.Name, line.IsDifferent)));
    }

    [Fact]
    public void Of_AnotherQuality_SaysByHowMuchAndWhetherItIsBetter()
    {
        ComparedLine auc = Group("Metrics", Run(0.8, "history", "m"), Run(0.6, "history", "m"))[0];

        Assert.Equal(new ComparedLine("evaluate auc", "0.8000", "0.6000") { Unit = "of 1", Change = "-25.0%", IsBetter = false }, auc);
    }

    [Fact]
    public void Of_QualityThatDiffersBeyondTheFourthDecimal_ShowsThatItDoes()
    {
        ComparedLine auc = Group("Metrics", Run(0.80001, "history", "m"), Run(0.80002, "history", "m"))[0];

        Assert.Equal(new ComparedLine("evaluate auc", "0.80001", "0.80002") { Unit = "of 1", Change = "under 0.1% more", IsBetter = true }, auc);
    }

    [Fact]
    public void Of_MeanErrorFurtherFromZero_IsWorse() => Assert.False(Metric("meanError", -0.1, -5).IsBetter);

    [Fact]
    public void Of_AnotherNaiveForecast_IsNeitherBetterNorWorse()
    {
        ComparedLine naive = Metric("naiveMae", 10, 12);

        Assert.Equal((true, null), (naive.IsDifferent, naive.IsBetter));
    }

    [Fact]
    public void Of_AnotherCost_SaysInWhichCurrency() => Assert.Equal("USD", Metric("cost", 4550, 4600).Unit);

    [Fact]
    public void Of_AnotherModel_TellsThemApartByTheirHashes() =>
        Assert.True(Group("What stages made", Run(0.8, "history", "one"), Run(0.8, "history", "other")).Single().IsDifferent);
}
