using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Tails of Student's t, accurate where they are small; t² is F with 1 and the same degrees of freedom.</summary>
internal static class StudentTail
{
    /// <summary>P(|T| ≥ |t|), for any number of degrees of freedom above 0.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsInfinity(t)) return 0;
        double square = t * t;
        return SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square));
    }
}
