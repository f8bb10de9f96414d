using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;
using MlopsSandbox.Web.Models;

namespace MlopsSandbox.Tests.Web.Models;

/// <summary>Held against decisions made from the scores themselves, which an evaluation does not keep.</summary>
public sealed class ThresholdCurveTests
{
    private static readonly double[] Scores = [0.9, 0.8, 0.8, 0.6, 0.4, 0.4, 0.3, 0.1, 0.1, 0.05];
    private static readonly bool[] Labels = [true, true, false, true, false, true, false, false, true, false];
    private static readonly Costs Prices = new("USD", FalsePositive: 50, FalseNegative: 500);
    private readonly ThresholdCurve _curve = ThresholdCurve.Of(ClassificationQuality.Of("sha256:m", 0.5, Scores, Labels, Prices));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.0999)]
    [InlineData(0.1)]
    [InlineData(0.35)]
    [InlineData(0.4)]
    [InlineData(0.81)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void At_AnyThreshold_DecidesAsTheScoresDo(double threshold) => Assert.Equal(ConfusionMatrix.At(threshold, Scores, Labels), _curve.At(threshold));

    [Fact]
    public void At_NoThreshold_CallsNoRowPositive() => Assert.Equal(new ConfusionMatrix(0, 0, 5, 5), _curve.At(null));

    [Fact]
    public void Cheapest_IsThatOfTheScores()
    {
        CheapestThreshold expected = CheapestThreshold.Of(Scores, Labels, Prices.FalsePositive, Prices.FalseNegative);

        ThresholdStep cheapest = _curve.Cheapest(Prices);

        Assert.Equal((expected.Threshold, expected.Cost), (cheapest.Threshold, ThresholdCurve.CostOf(cheapest.Decisions, Prices)));
    }

    [Fact]
    public void Calibration_TwoBins_KeepsRowsOfOneScoreTogether() =>
        // From below: 0.05, 0.1, 0.1, 0.3 and, as they are of one score, both 0.4; then the other four.
        Assert.Equal([new CalibrationBin(1.35 / 6, 2.0 / 6, 6), new CalibrationBin(3.1 / 4, 3.0 / 4, 4)], _curve.Calibration(bins: 2), Near);

    [Fact]
    public void Plots_ThousandsOfScores_StaySmallAndKeepBothEnds()
    {
        double[] scores = [.. Enumerable.Range(1, 5000).Select(i => i / 5001.0)];
        ThresholdCurve curve = ThresholdCurve.Of(ClassificationQuality.Of("sha256:m", 0.5, scores, [.. scores.Select((score, i) => i % 3 == 0 || score > 0.7)], Prices));

        MlopsSandbox.Web.Plots.PlotSpec roc = QualityPlots.Roc(curve, 0.8, []);

        Assert.InRange(roc.Series[0].Points.Count, 300, 500);
        Assert.Equal((0.0, 1.0), (roc.Series[0].Points[0].X, roc.Series[0].Points[^1].X));
    }

    [Fact]
    public void CostByThreshold_AtEachPosition_ShowsWhatAThresholdJustAboveItCosts()
    {
        MlopsSandbox.Web.Plots.PlotSpec plot = QualityPlots.CostByThreshold(_curve, Prices, []);

        Assert.All(plot.Series[0].Points.SkipLast(1), point => Assert.Equal(ConfusionMatrix.At(point.X + 1e-6, Scores, Labels).Cost(50, 500), point.Y));
    }

    private static bool Near(CalibrationBin one, CalibrationBin other) =>
        one.Rows == other.Rows && Math.Abs(one.Probability - other.Probability) < 1e-12 && Math.Abs(one.Share - other.Share) < 1e-12;
}
