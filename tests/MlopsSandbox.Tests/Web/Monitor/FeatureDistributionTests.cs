using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Tests.Web.Monitor;

public sealed class FeatureDistributionTests
{
    [Fact]
    public void Of_Numbers_IsAHistogramOverBothWithRoundEdges()
    {
        FeatureDistribution shares = FeatureDistribution.Of(Numbers(Enumerable.Range(0, 100)), Numbers(Enumerable.Range(50, 100)));

        Assert.True(shares.IsNumber);
        Assert.Equal("0 – 10", shares.Shares[0].Label);
        Assert.Equal("140 – 150", shares.Shares[^1].Label);
        Assert.Equal((0.1, 0.0), (Math.Round(shares.Shares[0].Baseline, 9), shares.Shares[0].Current));
        Assert.Equal(1, shares.Shares.Sum(share => share.Baseline), 9);
        Assert.Equal(1, shares.Shares.Sum(share => share.Current), 9);
    }

    [Fact]
    public void Of_AFewValuesFarOut_AreInOpenBinsAtTheEnds()
    {
        FeatureDistribution shares = FeatureDistribution.Of(Numbers([.. Enumerable.Range(0, 1000), 1_000_000]), Numbers(Enumerable.Range(0, 1000)));

        Assert.StartsWith("from ", shares.Shares[^1].Label);
        Assert.Equal(1 / 1001.0, shares.Shares[^1].Baseline, 9);
        Assert.InRange(shares.Shares.Count, 8, 20);
    }

    [Fact]
    public void Of_OneValueAlone_IsDrawn() =>
        Assert.Equal(1, FeatureDistribution.Of(Numbers([7, 7]), Numbers([7])).Shares.Sum(share => share.Current));

    [Fact]
    public void Of_RowsWithoutAValue_AreABarOfTheirOwn()
    {
        FeatureDistribution shares = FeatureDistribution.Of(NumericSummary.Of("age", [1, 2, 3, double.NaN]), NumericSummary.Of("age", [1, double.NaN]));

        Assert.Equal(new ComparedShare("no value", 0.25, 0.5), shares.Shares[^1]);
    }

    [Fact]
    public void Of_ManyCategories_ShowsTheMostFrequentAndTheOthersTogether()
    {
        string[] values = [.. Enumerable.Range(0, 20).SelectMany(value => Enumerable.Repeat($"v{value:00}", 20 - value))];

        FeatureDistribution shares = FeatureDistribution.Of(CategoricalSummary.Of("plan", values), CategoricalSummary.Of("plan", values));

        Assert.Equal(12, shares.Shares.Count);
        Assert.Equal("9 others", shares.Shares[^1].Label);
        Assert.Equal(1, shares.Shares.Sum(share => share.Baseline), 9);
    }

    // Above 4 lie 5 of 10, then 9 of 10: no other level parts the two further.
    [Fact]
    public void Change_OfANumber_IsToldAtTheLevelThatPartsBothMost() =>
        Assert.Equal("rose: the share above 4 went from 50 % to 90 %", FeatureDistribution.Of(Numbers(Enumerable.Range(0, 10)), Numbers([0, 5, 5, 6, 6, 7, 7, 8, 8, 9])).Change);

    [Fact]
    public void Change_OfANumberThatFell_SaysSo() =>
        Assert.StartsWith("fell: the share above ", FeatureDistribution.Of(Numbers([5, 6, 7]), Numbers([1, 2, 6])).Change);

    [Fact]
    public void Change_OfACategory_NamesTheValueThatMovedMostAndWhatWasNeverSeen() => Assert.Equal(
        "changed: 'Two year' went from 25 % to 75 % of the rows; 1 value was never seen before, such as 'Week', in 25 %",
        FeatureDistribution.Of(
            CategoricalSummary.Of("contract", ["Two year", "One year", "Month", "Quarter"]),
            CategoricalSummary.Of("contract", ["Two year", "Two year", "Two year", "Week"])).Change);

    [Fact]
    public void Change_WithoutRows_IsNotTold() => Assert.Null(FeatureDistribution.Of(Numbers([1, 2]), Numbers([])).Change);

    private static NumericSummary Numbers(IEnumerable<int> values) => NumericSummary.Of("age", [.. values.Select(value => (double)value)]);
}
