using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Metrics;

namespace MlopsSandbox.Tests.Web.Metrics;

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
    [InlineData("auc", 0.8, 0.7, true)]
    [InlineData("validationLogLoss", 0.5, 0.4, false)]
    [InlineData("meanError", -5, -0.1, false)]
    [InlineData("meanError", 0.1, -3, true)]
    [InlineData("meanError", 2, -2, null)]
    [InlineData("naiveMae", 1, 2, null)]
    [InlineData("championAuc", 0.8, 0.7, null)]
    [InlineData("rows", 200, 100, null)]
    public void IsBetter_KnowsWhatIsQuality(string metric, double value, double other, bool? isBetter) =>
        Assert.Equal(isBetter, MetricLook.Of(metric).IsBetter(value, other));

    [Theory]
    [InlineData("meanError", -0.5)]
    [InlineData("mae", -5.0)]
    [InlineData("auc", 2.0)]
    [InlineData("naiveMae", null)]
    public void BestAmong_SomeValues_IsTheBestOfThem(string metric, double? best) =>
        Assert.Equal(best, MetricLook.Of(metric).BestAmong([-5, -0.5, 2]));

    [Theory]
    [InlineData("trainRows", "rows")]
    [InlineData("positiveShare", "of 1")]
    [InlineData("cost", "USD")]
    [InlineData("mae", "label units")]
    [InlineData("score", "of the threshold")]
    [InlineData("madeUp", "")]
    public void UnitIn_IsKnownByTheName(string metric, string unit) => Assert.Equal(unit, MetricLook.Of(metric).UnitIn("USD"));

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
    [InlineData("validationLogLoss", "Validation log loss")]
    [InlineData("trainRows", "Train rows")]
    [InlineData("aucOnSharedRows", "Auc on shared rows")]
    public void Title_IsOfWords(string metric, string title) => Assert.Equal(title, MetricLook.Of(metric).Title);
}
