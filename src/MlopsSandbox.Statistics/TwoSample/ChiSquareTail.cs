using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MlopsSandbox.Statistics;

/// <summary>The upper tail of the chi-square distribution, accurate where it is small.</summary>
internal static class ChiSquareTail
{
    /// <summary>P(X ≥ statistic); 1 without degrees of freedom.</summary>
    public static double Of(double statistic, int degreesOfFreedom) =>
        degreesOfFreedom < 1 || statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, statistic / 2);

    /// <summary>The statistic whose tail is <paramref name="alpha"/>; infinite without degrees of freedom.</summary>
    /// <remarks>Newton's steps on the logarithm of the tail, which is nearly straight, from Wilson and Hilferty's cube (1931).</remarks>
    public static double Quantile(double alpha, int degreesOfFreedom)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        if (degreesOfFreedom < 1) return double.PositiveInfinity;
        double x = WilsonHilferty(alpha, degreesOfFreedom);
        for (int step = 0; step < 60; step++)
        {
            double tail = Of(x, degreesOfFreedom);
            double next = x + ((Math.Log(tail) - Math.Log(alpha)) * tail / ChiSquared.PDF(degreesOfFreedom, x));
            next = Math.Clamp(next, x / 16, x * 16);
            if (Math.Abs(next - x) <= 1e-10 * x) return next;
            x = next;
        }

        return x;
    }

    private static double WilsonHilferty(double alpha, int degreesOfFreedom)
    {
        double spread = 2 / (9.0 * degreesOfFreedom);
        double cubeRoot = 1 - spread - (Normal.InvCDF(0, 1, alpha) * Math.Sqrt(spread));
        return degreesOfFreedom * Math.Max(1e-6, cubeRoot * cubeRoot * cubeRoot);
    }
}
