using MathNet.Numerics;

namespace MlopsSandbox.Statistics.Tests.Random;

public sealed class HypergeometricTests
{
    private const int Draws = 50_000;

    [Theory] // each half of marks and takings, few and many
    [InlineData(5, 40, 20)]
    [InlineData(30, 40, 8)]
    [InlineData(35, 40, 36)]
    [InlineData(60, 300, 100)]
    [InlineData(240, 300, 250)]
    [InlineData(40_000, 1_000_000, 3_000)]
    [InlineData(700_000, 1_000_000, 400_000)]
    public void Draw_AnyShares_HasTheirDistribution(int marked, int all, int taken)
    {
        SeededRandom random = new(marked);
        int[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => Hypergeometric.Draw(random, marked, all, taken))];

        double share = (double)marked / all, mean = taken * share, deviation = Math.Sqrt(mean * (1 - share) * (all - taken) / (all - 1.0));
        Assert.Equal(mean, drawn.Average(), tolerance: 4.5 * deviation / Math.Sqrt(Draws));
        Assert.InRange(drawn.Min(), Math.Max(0, marked + taken - all), mean);
        Assert.InRange(drawn.Max(), mean, Math.Min(marked, taken));
        // The most extreme relative error over the middle of the distribution, within what that many draws allow.
        foreach (double step in new[] { -2, -1, -0.5, 0, 0.5, 1, 2, 3 })
        {
            int limit = (int)Math.Floor(mean + (step * deviation));
            double below = Below(limit, marked, all, taken);
            Assert.Equal(below, drawn.Count(hits => hits <= limit) / (double)Draws, tolerance: 4.5 * Math.Sqrt((below * (1 - below) / Draws) + 1e-9));
        }
    }

    [Theory]
    [InlineData(0, 10, 4, 0)]
    [InlineData(10, 10, 4, 4)]
    [InlineData(3, 10, 0, 0)]
    [InlineData(3, 10, 10, 3)]
    public void Draw_NoChoice_IsCertain(int marked, int all, int taken, int expected) => Assert.Equal(expected, Hypergeometric.Draw(new SeededRandom(1), marked, all, taken));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(50_000_000)]
    public void LogFactorial_AnyNumber_MatchesTheGammaFunction(int n) =>
        Assert.Equal(SpecialFunctions.GammaLn(n + 1.0), LogFactorial.Of(n), tolerance: 1e-12 * Math.Max(1, SpecialFunctions.GammaLn(n + 1.0)));

    private static double Below(int limit, int marked, int all, int taken)
    {
        double sum = 0;
        for (int hits = Math.Max(0, marked + taken - all); hits <= limit && hits <= Math.Min(marked, taken); hits++)
            sum += Math.Exp(LogChoose(marked, hits) + LogChoose(all - marked, taken - hits) - LogChoose(all, taken));
        return sum;
    }

    private static double LogChoose(int n, int k) => SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
