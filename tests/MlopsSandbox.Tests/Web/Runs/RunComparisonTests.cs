using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class RunComparisonTests
{
    private static ComparedRun Run(double auc, string source, string model) => new(
        SomeRun.Run(stages: SomeRun.Stage("evaluate", 0, 0, ended: 2).Measuring("auc", auc).Measuring("rows", 100).Making("model", model)).Ended(RunStatus.Succeeded, 4),
        new Dictionary<string, string> { ["scenario"] = "telco-churn", ["source"] = source });

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

        Assert.Equal(new ComparedLine("evaluate auc", "0.8000", "0.6000") { Change = "-25.0%", IsBetter = false }, auc);
    }

    [Fact]
    public void Of_AnotherModel_TellsThemApartByTheirHashes() =>
        Assert.True(Group("What stages made", Run(0.8, "history", "one"), Run(0.8, "history", "other")).Single().IsDifferent);
}
