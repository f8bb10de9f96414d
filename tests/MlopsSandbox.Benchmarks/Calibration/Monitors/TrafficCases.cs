using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Requests a day, by chance alone and in waves.</summary>
internal static class TrafficCases
{
    public static IEnumerable<MonitorCase> All =>
        from mean in (double[])[5, 120]
        from waves in (int[])[0, 4, 2]
        from days in ((int Window, int Before)[])[(3, 5), (3, 25), (7, 50)]
        select MonitorCase.ByP(
            "traffic",
            Invariant($"{days.Window} days after {days.Before}, {mean} requests a day, {waves switch { 0 => "Poisson", 4 => "in waves", _ => "in high waves" }}"),
            checks: 20,
            random => TrafficChange.P(Days(random, days.Window, mean, waves), Days(random, days.Before, mean, waves)));

    private static double[] Days(SeededRandom random, int days, double mean, int waves) =>
        [.. Enumerable.Range(0, days).Select(_ => Poisson(random, waves == 0 ? mean : mean * Wave(random, waves)))];

    // A gamma number of mean 1 and variance 1/waves, as a sum of exponential ones.
    private static double Wave(SeededRandom random, int waves) => Enumerable.Range(0, waves).Sum(_ => -Math.Log(1 - random.NextDouble())) / waves;

    private static double Poisson(SeededRandom random, double mean)
    {
        if (mean > 60) return Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * random.NextGaussian())));
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }
}
