using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.Estimation;

public sealed class ExpectedQualityTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.Of("expectedQuality").GetArrayLength())];

    [Theory] // by brute force in numpy, errors by numeric differentiation: see Reference/estimation.py
    [MemberData(nameof(Cases))]
    public void Of_AnyRows_IsWhatBruteForceSays(int number)
    {
        JsonElement known = Reference.Of("expectedQuality")[number];
        ExpectedQuality quality = ExpectedQuality.Of(Reference.Numbers(known, "probabilities"), Reference.Numbers(known, "scores"), known.GetProperty("threshold").GetDouble());

        JsonElement expected = known.GetProperty("expected");
        Assert.Equal(7, expected.EnumerateObject().Count());
        Reference.Near(expected.GetProperty("Accuracy"), quality.Accuracy);
        Reference.Near(expected.GetProperty("Precision"), quality.Precision);
        Reference.Near(expected.GetProperty("Recall"), quality.Recall);
        Reference.Near(expected.GetProperty("Specificity"), quality.Specificity);
        Reference.Near(expected.GetProperty("F1"), quality.F1);
        Reference.Near(expected.GetProperty("RocAuc"), quality.RocAuc);
        Reference.Near(expected.GetProperty("Cost"), quality.Cost(falsePositive: 3, falseNegative: 20));
    }

    [Fact]
    public void Of_CalibratedProbabilities_TheTruthScattersAsItSays()
    {
        const int Draws = 2_000;
        SeededRandom random = new(7);
        double[] p = [.. Enumerable.Range(0, 500).Select(_ => Math.Pow(random.NextDouble(), 2))];
        ExpectedQuality expected = ExpectedQuality.Of(p, p, threshold: 0.4);
        List<double> accuracies = [], recalls = [], precisions = [], areas = [];
        for (int draw = 0; draw < Draws; draw++)
        {
            bool[] labels = [.. p.Select(chance => random.NextDouble() < chance)];
            ConfusionMatrix matrix = ConfusionMatrix.At(0.4, p, labels);
            accuracies.Add(matrix.Accuracy);
            recalls.Add(matrix.Recall);
            precisions.Add(matrix.Precision);
            areas.Add(RocAuc.Of(p, labels).Value);
        }

        ScattersAs(expected.Accuracy, accuracies);
        ScattersAs(expected.Recall, recalls);
        ScattersAs(expected.Precision, precisions);
        ScattersAs(expected.RocAuc, areas);
    }

    [Fact]
    public void Of_CertainRows_IsTheConfusionMatrix()
    {
        ExpectedQuality quality = ExpectedQuality.Of([1, 0, 1, 0], [0.9, 0.8, 0.3, 0.1], threshold: 0.5);

        Assert.Equal((1.0, 1.0, 1.0, 1.0), (quality.TruePositives, quality.FalsePositives, quality.FalseNegatives, quality.TrueNegatives));
        Assert.Equal(new Estimated(0.75, 0), quality.RocAuc);
    }

    [Fact]
    public void Of_NothingCalledOrNoPositiveExpected_IsUndefinedThere()
    {
        ExpectedQuality none = ExpectedQuality.Of([0.2, 0.4], [0.2, 0.4], threshold: 0.5);
        Assert.True(double.IsNaN(none.Precision.Value));
        Assert.Equal(0, none.Recall.Value);

        ExpectedQuality negative = ExpectedQuality.Of([0, 0], [0.2, 0.4], threshold: 0.5);
        Assert.True(double.IsNaN(negative.Recall.Value) && double.IsNaN(negative.F1.Value) && double.IsNaN(negative.RocAuc.Value));
        Assert.True(double.IsNaN(ExpectedQuality.Of([0.3], [0.3], threshold: 0.5).RocAuc.Value));
    }

    [Fact]
    public void Of_BadRows_SaysWhatAndWhere()
    {
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => ExpectedQuality.Of([], [], 0.5)).Message);
        Assert.Contains("Probability 1 is 1.5", Assert.Throws<ArgumentException>(() => ExpectedQuality.Of([0.5, 1.5], [0, 0], 0.5)).Message);
        Assert.Contains("Probability 0 is NaN", Assert.Throws<ArgumentException>(() => ExpectedQuality.Of([double.NaN], [0], 0.5)).Message);
        Assert.Contains("Score 0 is NaN", Assert.Throws<ArgumentException>(() => ExpectedQuality.Of([0.5], [double.NaN], 0.5)).Message);
        Assert.Contains("1 probabilities against 2 scores", Assert.Throws<ArgumentException>(() => ExpectedQuality.Of([0.5], [0, 1], 0.5)).Message);
    }

    private static void ScattersAs(Estimated expected, List<double> seen)
    {
        double mean = seen.Average(), deviation = Math.Sqrt(seen.Average(value => (value - mean) * (value - mean)));
        Assert.InRange(mean, expected.Value - (0.1 * expected.StandardError), expected.Value + (0.1 * expected.StandardError));
        Assert.InRange(deviation / expected.StandardError, 0.93, 1.07);
    }
}
