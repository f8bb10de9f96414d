using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Evaluate;

public sealed class ModelQualityTests
{
    private static readonly double[] Scores = [0.9, 0.8, 0.7, 0.6, 0.55, 0.4, 0.3, 0.2];
    private static readonly bool[] Labels = [true, true, false, true, false, false, true, false];
    private static readonly Costs Costs = new("USD", FalsePositive: 1, FalseNegative: 5);

    [Fact]    // roc_auc_score, log_loss, precision_score, recall_score and f1_score of scikit-learn 1.2.1; cost by hand: 1·1 + 1·5
    public void Of_KnownScores_AgreesWithScikitLearn()
    {
        ClassificationQuality quality = ClassificationQuality.Of("m", threshold: 0.6, Scores, Labels, Costs);

        Assert.Equal(0.75, quality.Auc, 1e-12);
        Assert.Equal(0.5974690213359839, quality.LogLoss, 1e-12);
        Assert.Equal(0.75, quality.Precision);
        Assert.Equal(0.75, quality.Recall);
        Assert.Equal(0.75, quality.F1);
        Assert.Equal(0.75, quality.Accuracy);
        Assert.Equal(6, quality.Cost);
        Assert.Equal(new ConfusionCounts(TruePositives: 3, FalsePositives: 1, TrueNegatives: 3, FalseNegatives: 1), quality.Confusion);
        Assert.Equal([new CurvePoint(0, 0, null), new CurvePoint(0, 0.25, 0.9)], quality.Roc.Take(2));
        Assert.Equal(new CurvePoint(1, 1, 0.2), quality.Roc[^1]);
    }

    [Fact]
    public void Of_NothingCalledPositive_LeavesPrecisionOut()
    {
        ClassificationQuality quality = ClassificationQuality.Of("m", threshold: null, Scores, Labels, Costs);

        Assert.Null(quality.Precision);
        Assert.Equal(20, quality.Cost);
        Assert.DoesNotContain("precision", quality.Metrics().Keys);
    }
}
