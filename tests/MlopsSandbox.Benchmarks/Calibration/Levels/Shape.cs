using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>A distribution that both samples of a check are drawn from.</summary>
internal sealed record Shape(string Name, Func<SeededRandom, double> Draw)
{
    public static IReadOnlyList<Shape> Numbers { get; } =
    [
        new("normal", random => random.NextGaussian()),
        new("heavy-tailed", random => random.NextGaussian() / Math.Sqrt((Square(random) + Square(random)) / 2)),
        new("lognormal", random => Math.Exp(1.5 * random.NextGaussian())),
        new("counts", random => Poisson(random, 4)),
        new("zero-inflated", random => random.NextDouble() < 0.6 ? 0 : -Math.Log(1 - random.NextDouble())),
    ];

    public static IReadOnlyList<Shape> Categories { get; } =
    [
        new("5 alike", random => random.NextInt(5)),
        new("10 skewed", random => Math.Min(9, Math.Floor(-Math.Log(1 - random.NextDouble()) / 0.7))),
        new("40 rare", random => Math.Floor(Math.Pow(40.99, random.NextDouble())) - 1),    // the k-th about as often as 1/k
    ];

    public double[] Sample(SeededRandom random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => Draw(random))];

    private static double Square(SeededRandom random) => random.NextGaussian() is var value ? value * value : 0;

    private static int Poisson(SeededRandom random, double mean)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }
}
