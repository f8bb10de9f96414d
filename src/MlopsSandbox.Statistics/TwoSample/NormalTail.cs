using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Tails of the normal distribution, accurate where they are small.</summary>
internal static class NormalTail
{
    /// <summary>P(|Z| ≥ |z|).</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));
}
