using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Models;

namespace MlopsSandbox.Tests.Web.Models;

public sealed class MetricLookTests
{
    [Theory]
    [InlineData("auc", 2)]
    [InlineData("logLoss", 1)]
    [InlineData("championAuc", null)]
    [InlineData("validationMae", 1)]
    [InlineData("madeUp", null)]
    public void BestOf_KnowsWhichEndIsBetter(string metric, int? best) =>
        Assert.Equal(best, MetricLook.Of(metric).BestOf(new MetricRange(metric, 0.1, 1, 0.9, 2)));

    [Theory]
    [InlineData(0.1, 0.9, 1)]
    [InlineData(-0.9, -0.1, 2)]
    [InlineData(-0.1, 0.2, null)]    // the nearest to zero may be any between them
    public void BestOf_MeanError_IsTheNearestToZeroWhereThatIsAnEnd(double least, double greatest, int? best) =>
        Assert.Equal(best, MetricLook.Of("meanError").BestOf(new MetricRange("meanError", least, 1, greatest, 2)));

    [Theory]
    [InlineData("auc", 0.80095, "0.801")]
    [InlineData("cost", 4550, "4,550")]
    [InlineData("cost", 150, "150")]
    [InlineData("mae", 1234.56, "1,235")]
    [InlineData("mae", 12.3456, "12.346")]
    public void Text_ReadsAsPeopleDo(string metric, double value, string text) => Assert.Equal(text, MetricLook.Of(metric).Text(value));

    [Theory]
    [InlineData("logLoss", "Log loss")]
    [InlineData("championAuc", "Champion AUC")]
    [InlineData("aucOnSharedRows", "Auc on shared rows")]
    public void Title_IsOfWords(string metric, string title) => Assert.Equal(title, MetricLook.Of(metric).Title);
}
