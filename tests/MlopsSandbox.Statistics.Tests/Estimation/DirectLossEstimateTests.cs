using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.Estimation;

public sealed class DirectLossEstimateTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.Of("directLoss").GetArrayLength())];

    [Theory] // numpy over scikit-learn's IsotonicRegression: see Reference/estimation.py
    [MemberData(nameof(Cases))]
    public void Mean_AnyRows_IsThatOfTheCalibratedLosses(int number)
    {
        JsonElement known = Reference.Of("directLoss")[number];
        DirectLossEstimate estimate = DirectLossEstimate.Fit(Reference.Numbers(known, "losses"), Reference.Numbers(known, "predicted"));

        double[] asked = Reference.Numbers(known, "asked");
        Reference.Near(known.GetProperty("mean"), estimate.Mean(asked));
        Reference.Near(known.GetProperty("rootMean"), estimate.RootMean(asked));
    }

    [Fact]
    public void Mean_NoisierRowsCome_FollowsTheTrueError()
    {
        SeededRandom random = new(11);
        (double[] known, double[] knownNoise) = Rows(random, noisy: 0.2, rows: 3_000);
        DirectLossEstimate estimate = DirectLossEstimate.Fit(known, knownNoise);

        (double[] losses, double[] noise) = Rows(random, noisy: 0.7, rows: 1_000);
        Estimated mean = estimate.Mean(noise);
        (double lower, double upper) = mean.Band();
        Assert.InRange(losses.Average(), lower, upper);
        Assert.True(losses.Average() > known.Average() * 1.5);
    }

    [Fact]
    public void Fit_BadRows_SaysWhatAndWhere()
    {
        Assert.Contains("There are 1 rows", Assert.Throws<ArgumentException>(() => DirectLossEstimate.Fit([1], [1])).Message);
        Assert.Contains("Loss 1 is -2", Assert.Throws<ArgumentException>(() => DirectLossEstimate.Fit([1, -2], [1, 2])).Message);
        Assert.Contains("no rows", Assert.Throws<ArgumentException>(() => DirectLossEstimate.Fit([1, 2], [1, 2]).Mean([])).Message);
        Assert.Contains("Predicted loss 0 is NaN", Assert.Throws<ArgumentException>(() => DirectLossEstimate.Fit([1, 2], [1, 2]).Mean([double.NaN])).Message);
    }

    // Rows of two kinds, quiet and noisy; the second model knows which, in a scale of its own.
    private static (double[] Losses, double[] Predicted) Rows(SeededRandom random, double noisy, int rows)
    {
        double[] scale = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < noisy ? 3.0 : 1.0)];
        return ([.. scale.Select(deviation => Math.Abs(deviation * random.NextGaussian()))], [.. scale.Select(deviation => deviation * 10)]);
    }
}
