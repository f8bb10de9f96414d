using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Train;

public sealed class HyperparameterTests
{
    public static TheoryData<string> Names => [.. Trainers.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnySeed_StaysWithinTheRangeAndOnePerSeed(string trainer)
    {
        TrainerFamily family = Trainers.Of(trainer);

        foreach (Hyperparameter parameter in family.Hyperparameters)
        {
            double[] drawn = [.. Enumerable.Range(0, 400).Select(seed => family.Draw(seed).Parameters[parameter.Name])];
            Assert.All(drawn, value => Assert.InRange(value, parameter.Low, parameter.High));
            Assert.InRange(parameter.Default, parameter.Low, parameter.High);
            if (parameter.IsWhole) Assert.All(drawn, value => Assert.Equal(Math.Round(value), value));
            // Half of the draws lie below the middle of the range, of its logarithm where that is drawn evenly: within 5 standard errors.
            double middle = parameter.IsLogarithmic ? Math.Sqrt(parameter.Low * parameter.High) : (parameter.Low + parameter.High) / 2;
            Assert.InRange(drawn.Count(value => value < middle), 130, 270);
        }

        Assert.Equal(family.Draw(5).Parameters, family.Draw(5).Parameters);
    }

    [Fact]
    public void Draw_RealNumber_HasFourDigits()
    {
        double value = new Hyperparameter("l2", 1e-4, 1e-6, 1e-1, IsLogarithmic: true).Draw(new SeededRandom(1));

        Assert.Equal(value, double.Parse(value.ToString("E3", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture), value * 1e-12);
    }
}
