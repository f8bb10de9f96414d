namespace MlopsSandbox.Statistics.Tests.Quality;

public sealed class PredictionErrorsTests
{
    private static readonly double[] Predictions = [2.5, 0, 2.1, 7.8, -1.2], Labels = [3, -0.5, 2, 7, -1];

    [Fact]    // scikit-learn 1.2.1: mean_absolute_error, mean_squared_error, r2_score, mean_absolute_percentage_error; numpy: the others
    public void Of_KnownNumbers_AgreesWithScikitLearn()
    {
        PredictionErrors errors = PredictionErrors.Of(Predictions, Labels);

        Assert.Equal(0.42, errors.MeanAbsolute, 1e-12);
        Assert.Equal(0.12409673645990853, errors.MeanAbsoluteStandardError, 1e-12);
        Assert.Equal(0.48785243670601863, errors.RootMeanSquare, 1e-12);
        Assert.Equal(0.971116504854369, errors.RSquared, 1e-12);
        Assert.Equal(0.30619047619047624, errors.MeanAbsolutePercentage, 1e-12);
        Assert.Equal(0.14, errors.Mean, 1e-12);
    }

    [Fact]
    public void Of_ALabelOfZeroAndLabelsThatDoNotVary_LeavesWhatIsNotDefined()
    {
        PredictionErrors errors = PredictionErrors.Of([1, -1], [0, 0]);

        Assert.Equal((1, 1, 0), (errors.MeanAbsolute, errors.RootMeanSquare, errors.Mean));
        Assert.True(double.IsNaN(errors.MeanAbsolutePercentage) && double.IsNaN(errors.RSquared));
    }

    [Fact]
    public void Of_OneRow_HasNoStandardError() => Assert.True(double.IsNaN(PredictionErrors.Of([1], [2]).MeanAbsoluteStandardError));

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 1.0 }, new[] { 1.0, 2 })]
    [InlineData(new[] { double.NaN }, new[] { 1.0 })]
    [InlineData(new[] { 1.0 }, new[] { double.PositiveInfinity })]
    public void Of_NumbersThatCannotBeMeasured_Refuses(double[] predictions, double[] labels) =>
        Assert.Throws<ArgumentException>(() => PredictionErrors.Of(predictions, labels));
}
