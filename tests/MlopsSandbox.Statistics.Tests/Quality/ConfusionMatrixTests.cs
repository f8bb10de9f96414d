namespace MlopsSandbox.Statistics.Tests.Quality;

public sealed class ConfusionMatrixTests
{
    [Fact] // expected: scikit-learn 1.2.1: confusion_matrix, accuracy_score, precision_score, recall_score, f1_score at scores >= 0.4
    public void At_FourTenths_MatchesScikitLearn()
    {
        ConfusionMatrix matrix = ConfusionMatrix.At(0.4, Known.Scores, Known.Labels);

        Assert.Equal(new ConfusionMatrix(TruePositives: 4, FalsePositives: 3, TrueNegatives: 2, FalseNegatives: 1), matrix);
        Assert.Equal(0.6, matrix.Accuracy, tolerance: 1e-12);
        Assert.Equal(0.5714285714285714, matrix.Precision, tolerance: 1e-12);
        Assert.Equal(0.8, matrix.Recall, tolerance: 1e-12);
        Assert.Equal(0.6666666666666666, matrix.F1, tolerance: 1e-12);
    }

    [Fact]
    public void Cost_FourMistakes_AddsUp() =>
        Assert.Equal((3 * 20) + (1 * 500), ConfusionMatrix.At(0.4, Known.Scores, Known.Labels).Cost(falsePositive: 20, falseNegative: 500));

    [Fact]
    public void Precision_NothingCalledPositive_IsNaN()
    {
        ConfusionMatrix matrix = ConfusionMatrix.At(2, Known.Scores, Known.Labels);

        Assert.True(double.IsNaN(matrix.Precision));
        Assert.Equal(0, matrix.F1);
    }
}
