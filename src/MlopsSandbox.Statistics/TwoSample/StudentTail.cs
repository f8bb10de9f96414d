using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Tails of Student's t, accurate where they are small; t² is F with 1 and the same degrees of freedom.</summary>
internal static class StudentTail
{
    // The beta function's argument runs out of digits next to 1; the expansion's first neglected term falls with their third power.
    private const double ManyDegrees = 1_000;

    /// <summary>P(|T| ≥ |t|), for any number of degrees of freedom above 0.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsInfinity(t)) return 0;
        return degreesOfFreedom > ManyDegrees
            ? NormalTail.TwoSided(NormalEquivalent(t, degreesOfFreedom))
            : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
    }

    // Hill (1970), Algorithm 395, Communications of the ACM 13, 617–619.
    private static double NormalEquivalent(double t, double degreesOfFreedom)
    {
        double a = degreesOfFreedom - 0.5, b = 48 * a * a;
        double y = a * SpecialFunctions.Log1p(t * t / degreesOfFreedom);
        double series = ((((((-0.4 * y) - 3.3) * y) - 24) * y) - 85.5) / ((0.8 * y * y) + 100 + b);
        return (((series + y + 3) / b) + 1) * Math.Sqrt(y);
    }
}
