using System.Numerics;
using System.Runtime.InteropServices;

namespace MlopsSandbox.Statistics;

/// <summary>Mean and variance of a sample of finite values.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Origin">The sample's first value.</param>
/// <param name="Shift">Mean less origin, which keeps digits that the mean of values far from 0 has no room for.</param>
/// <param name="SquaredDeviations">Σ (value − mean)²; exactly 0 when all values are equal.</param>
internal readonly record struct Moments(int Count, double Origin, double Shift, double SquaredDeviations)
{
    /// <summary>The unbiased variance; NaN for one value.</summary>
    public double Variance => SquaredDeviations / (Count - 1);

    /// <summary>Two passes over distances from the first value.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        double origin = values[0], shift = SumOf(values, origin, 0, squared: false) / values.Length;
        return new Moments(values.Length, origin, shift, SumOf(values, origin, shift, squared: true));
    }

    /// <summary>This mean less the other's.</summary>
    public double Above(Moments other) => Origin - other.Origin + (Shift - other.Shift);

    private static double SumOf(ReadOnlySpan<double> values, double origin, double shift, bool squared)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> origins = new(origin), shifts = new(shift), sum = Vector<double>.Zero, other = Vector<double>.Zero;
        int i = 0;
        for (; i + 1 < vectors.Length; i += 2)
        {
            Vector<double> one = vectors[i] - origins - shifts, two = vectors[i + 1] - origins - shifts;
            sum += squared ? one * one : one;
            other += squared ? two * two : two;
        }

        double total = Vector.Sum(sum + other);
        foreach (double value in values[(i * Vector<double>.Count)..])
        {
            double distance = value - origin - shift;
            total += squared ? distance * distance : distance;
        }

        return total;
    }
}
