using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace MlopsSandbox.Statistics;

/// <summary>The upper tail of the chi-square distribution, accurate where it is small.</summary>
internal static class ChiSquareTail
{
    /// <summary>P(X ≥ statistic); 1 without degrees of freedom.</summary>
    public static double Of(double statistic, int degreesOfFreedom) =>
        degreesOfFreedom < 1 || statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, statistic / 2);

    /// <summary>The statistic whose tail is <paramref name="alpha"/>; infinite without degrees of freedom.</summary>
    public static double Quantile(double alpha, int degreesOfFreedom)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        if (degreesOfFreedom < 1) return double.PositiveInfinity;
        double beyond = degreesOfFreedom;
        while (Of(beyond, degreesOfFreedom) > alpha) beyond *= 2;
        return Brent.FindRoot(x => Of(x, degreesOfFreedom) - alpha, 0, beyond, accuracy: 1e-12, maxIterations: 200);
    }
}
