namespace MlopsSandbox.Benchmarks;

/// <summary>How far apart the times of several rounds lie. On a machine that others use, the fastest is nearest to the truth.</summary>
internal readonly record struct Spread(double Fastest, double Median, double Slowest)
{
    /// <summary>The heads of <see cref="Cells"/>.</summary>
    public static readonly string[] Heads = ["fastest", "median", "slowest"];

    public static Spread Of(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return new(sorted[0], sorted[sorted.Length / 2], sorted[^1]);
    }

    /// <summary>Milliseconds as cells of a <see cref="Table"/>.</summary>
    public string[] Cells => [Table.Milliseconds(Fastest), Table.Milliseconds(Median), Table.Milliseconds(Slowest)];
}
