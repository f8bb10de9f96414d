using MathNet.Numerics.Distributions;

namespace MlopsSandbox.Lifecycle.Monitor.Operations;

/// <summary>Is there another number of requests a day than in the days before?</summary>
/// <remarks>
/// Counts of days scatter more than Poisson's when customers come in waves, and far to the upper side. Their cube roots are nearly normal, for Poisson counts and for waves alike (Wilson and Hilferty 1931,
/// The distribution of chi-square, PNAS 17, 684–688), so that Student's tail holds: docs/calibration.md has the true levels. Taken as they are, counts in waves alarm 16 times as often as promised.
/// A weekly pattern counts as scatter: a window of whole weeks sees more.
/// </remarks>
public static class TrafficChange
{
    /// <summary>Chance of a mean at least so far from that of the days before when nothing has changed, to either side.</summary>
    /// <param name="window">Requests of each day of the window, one day or more.</param>
    /// <param name="before">Requests of each day before, two days or more.</param>
    public static double P(IReadOnlyList<double> window, IReadOnlyList<double> before)
    {
        double[] now = [.. window.Select(Root)], then = [.. before.Select(Root)];
        double mean = then.Average(), scatter = then.Sum(root => (root - mean) * (root - mean)) / (then.Length - 1);
        // Never below a Poisson count's, to first order; many days without a request say no more than that there is less than one in all of them.
        double rate = Math.Max(before.Average(), 1.0 / before.Count), least = rate / (9 * Math.Pow(Root(rate), 4));
        double error = Math.Sqrt(Math.Max(scatter, least) * ((1.0 / now.Length) + (1.0 / then.Length)));
        return 2 * StudentT.CDF(0, 1, then.Length - 1, -Math.Abs(now.Average() - mean) / error);
    }

    // With three quarters more, so that a day without requests does not stand out where there are few on any day.
    private static double Root(double count) => Math.Cbrt(count + 0.75);
}
