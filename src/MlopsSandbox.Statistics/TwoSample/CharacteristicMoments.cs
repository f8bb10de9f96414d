using MathNet.Numerics.LinearAlgebra;

namespace MlopsSandbox.Statistics;

/// <summary>Means and covariance of a sample's cosines and sines at one point of the characteristic function and at twice that point.</summary>
/// <param name="Means">Of cos(sx), cos(2sx), sin(sx), sin(2sx).</param>
/// <param name="Covariance">Of the same four, divided by the number of values.</param>
internal readonly record struct CharacteristicMoments(Vector<double> Means, Matrix<double> Covariance)
{
    private const int Features = 4;

    /// <summary>Two passes, so that nothing cancels when the values crowd together.</summary>
    public static CharacteristicMoments Of(ReadOnlySpan<double> values, double scale)
    {
        Span<double> feature = stackalloc double[Features], means = stackalloc double[Features];
        foreach (double value in values)
        {
            Fill(feature, value * scale);
            for (int i = 0; i < Features; i++) means[i] += feature[i];
        }

        for (int i = 0; i < Features; i++) means[i] /= values.Length;
        Span<double> products = stackalloc double[Features * Features];
        foreach (double value in values)
        {
            Fill(feature, value * scale);
            for (int i = 0; i < Features; i++) feature[i] -= means[i];
            for (int i = 0; i < Features; i++)
                for (int j = 0; j <= i; j++) products[(i * Features) + j] += feature[i] * feature[j];
        }

        double[] sums = products.ToArray();
        int count = values.Length;
        return new CharacteristicMoments(
            Vector<double>.Build.DenseOfArray(means.ToArray()),
            Matrix<double>.Build.Dense(Features, Features, (i, j) => sums[(Math.Max(i, j) * Features) + Math.Min(i, j)] / count));
    }

    private static void Fill(Span<double> feature, double angle)
    {
        (double sine, double cosine) = Math.SinCos(angle);
        feature[0] = cosine;
        feature[1] = (cosine - sine) * (cosine + sine); // cos 2a
        feature[2] = sine;
        feature[3] = 2 * sine * cosine;
    }
}
