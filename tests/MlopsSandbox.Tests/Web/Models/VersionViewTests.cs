using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Models;

namespace MlopsSandbox.Tests.Web.Models;

public sealed class VersionViewTests
{
    private static readonly string[] Known = ["auc", "accuracy", "cost"];

    [Theory]
    [InlineData(null, ModelSort.Version, null, true)]
    [InlineData("version", ModelSort.Version, null, false)]
    [InlineData("-created", ModelSort.Created, null, true)]
    [InlineData("metric.auc", ModelSort.Metric, "auc", false)]
    [InlineData("-metric.", ModelSort.Version, null, true)]
    [InlineData("nonsense", ModelSort.Version, null, true)]
    public void Of_AnAddress_SortsAsItSaysOrTheNewestFirst(string? sort, ModelSort by, string? metric, bool descending)
    {
        ModelQuery query = VersionView.Of("telco", sort, metrics: null, Known).Query;

        Assert.Equal(new ModelQuery { Model = "telco", Sort = by, Metric = metric, Descending = descending }, query);
        Assert.Empty(query.Problems());
    }

    [Fact]
    public void Of_NoMetricsNamed_ShowsTheUsualOnes() => Assert.Equal(["auc", "cost"], VersionView.Of("telco", null, null, Known).Metrics);

    [Fact]
    public void Of_MetricsNamed_ShowsThoseThatThereAre() => Assert.Equal(["cost", "auc"], VersionView.Of("telco", null, "cost,gone,auc", Known).Metrics);

    [Fact]
    public void Toggled_AddsOrTakesAway()
    {
        VersionView view = VersionView.Of("telco", null, "cost,auc", Known);

        Assert.Equal(("cost,auc,accuracy", "auc", ""), (view.Toggled("accuracy"), view.Toggled("cost"), (view with { Metrics = ["auc"] }).Toggled("auc")));
    }
}
