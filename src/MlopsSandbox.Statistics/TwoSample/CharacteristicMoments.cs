using System.Buffers;
using MathNet.Numerics.LinearAlgebra;

namespace MlopsSandbox.Statistics;

/// <summary>Means and covariance of a sample's cosines and sines at one point of the characteristic function and at twice that point.</summary>
/// <param name="Means">Of cos(sx), cos(2sx), sin(sx), sin(2sx).</param>
/// <param name="Covariance">Of the same four, divided by the number of values.</param>
internal readonly record struct CharacteristicMoments(Vector<double> Means, Matrix<double> Covariance)
{
    private const int Features = 4;

    /// <summary>Two passes, so that nothing cancels when the values crowd together; sines are taken once.</summary>
    public static CharacteristicMoments Of(ReadOnlySpan<double> values, double scale)
    {
        (double Cosine, double Sine)[] rented = ArrayPool<(double, double)>.Shared.Rent(values.Length);
        Span<(double Cosine, double Sine)> waves = rented.AsSpan(0, values.Length);
        Span<double> means = stackalloc double[Features], feature = stackalloc double[Features];
        for (int k = 0; k < waves.Length; k++)
        {
            (double sine, double cosine) = Math.SinCos(values[k] * scale);
            waves[k] = (cosine, sine);
            Fill(feature, waves[k]);
            for (int i = 0; i < Features; i++) means[i] += feature[i];
        }

        for (int i = 0; i < Features; i++) means[i] /= values.Length;
        double[] products = Products(waves, means);
        ArrayPool<(double, double)>.Shared.Return(rented);
        int count = values.Length;
        return new CharacteristicMoments(
            Vector<double>.Build.DenseOfArray(means.ToArray()),
            Matrix<double>.Build.Dense(Features, Features, (i, j) => products[(Math.Max(i, j) * Features) + Math.Min(i, j)] / count));
    }

    private static double[] Products(ReadOnlySpan<(double Cosine, double Sine)> waves, ReadOnlySpan<double> means)
    {
        Span<double> feature = stackalloc double[Features];
        double[] products = new double[Features * Features];
        foreach ((double, double) wave in waves)
        {
            Fill(feature, wave);
            for (int i = 0; i < Features; i++) feature[i] -= means[i];
            for (int i = 0; i < Features; i++)
                for (int j = 0; j <= i; j++) products[(i * Features) + j] += feature[i] * feature[j];
        }

        return products;
    }

    private static void Fill(Span<double> feature, (double Cosine, double Sine) wave)
    {
        (double cosine, double sine) = wave;
        feature[0] = cosine;
        feature[1] = (cosine - sine) * (cosine + sine); // the cosine of the doubled angle
        feature[2] = sine;
        feature[3] = 2 * sine * cosine;
    }
}
