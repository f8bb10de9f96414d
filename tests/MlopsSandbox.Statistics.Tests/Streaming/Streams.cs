namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>Streams whose changes are known.</summary>
internal static class Streams
{
    /// <summary>The streams of Reference/streaming.py, to the bit.</summary>
    public static readonly IReadOnlyDictionary<string, double[]> Reference = new Dictionary<string, double[]>
    {
        ["abrupt"] = Errors(1, 6000, i => i < 3000 ? 0.1 : 0.4),
        ["gradual"] = Errors(2, 6000, i => i < 2000 ? 0.1 : i < 4000 ? 0.1 + (0.4 * ((i - 2000) / 2000.0)) : 0.5),
        ["none"] = Errors(3, 6000, _ => 0.2),
        ["better"] = Errors(4, 6000, i => i < 3000 ? 0.5 : 0.1),
        ["recurring"] = Errors(5, 6000, i => i / 750 % 2 == 0 ? 0.05 : 0.5),
        ["rare"] = Errors(6, 6000, i => i < 4000 ? 0.005 : 0.05),
        ["zeros"] = new double[2000],
        ["ones"] = [.. Enumerable.Repeat(1.0, 2000)],
        ["alternating"] = [.. Enumerable.Range(0, 2000).Select(i => (double)(i % 2))],
        ["blocks"] = [.. Enumerable.Range(0, 2000).Select(i => (double)(i / 500 % 2))],
        ["long"] = Errors(7, 60000, i => i < 50000 ? 0.1 : 0.3),
        ["unit-abrupt"] = Values(11, 6000, (i, u) => i < 3000 ? u * 0.5 : 0.3 + (u * 0.5)),
        ["unit-none"] = Values(12, 6000, (_, u) => u),
        ["unit-better"] = Values(13, 6000, (i, u) => i < 3000 ? 0.5 + (u * 0.5) : u * 0.5),
        ["real-abrupt"] = Values(21, 6000, (i, u) => i < 3000 ? 10 + u : 10.5 + u),
        ["real-gradual"] = Values(22, 6000, (i, u) => u + (i / 2000.0)),
        ["real-none"] = Values(23, 6000, (_, u) => (4 * u) - 2),
        ["real-spread"] = Values(24, 6000, (i, u) => i < 3000 ? u - 0.5 : 4 * (u - 0.5)),
        ["real-large"] = Values(25, 6000, (i, u) => i < 3000 ? 1e6 + (20 * u) : 1e6 + 30 + (20 * u)),
    };

    /// <summary>Zeros and ones; the chance of a one depends on the item.</summary>
    public static double[] Errors(ulong seed, int length, Func<int, double> rate) => Values(seed, length, (i, u) => u < rate(i) ? 1 : 0);

    private static double[] Values(ulong seed, int length, Func<int, double, double> value)
    {
        SplitMix64 random = new(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) values[i] = value(i, (random.Next() >> 11) * (1.0 / (1UL << 53)));
        return values;
    }
}
