namespace MlopsSandbox.Statistics;

/// <summary>Distances of two samples of which only quantile sketches are left.</summary>
/// <remarks>
/// By the triangle inequality a distance of two sketches is off by at most what each sketch is from its rows. Each sketch is given half the risk, and has its
/// <see cref="QuantileSketch.UniformError"/> ε for it. Small samples are kept whole: then the error is 0 and the distance exact.
/// </remarks>
public static class SketchDistances
{
    /// <summary>The statistic of Kolmogorov and Smirnov, max |F − G|.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' statistic is farther off than the error, in (0, 1).</param>
    /// <returns>0 (alike) to 1 (no overlap), symmetric; the error is ε + ε', of both sketches.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedDistance KolmogorovSmirnov(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        double farthest = 0;
        Walk(baseline, current, (gap, _) => farthest = Math.Max(farthest, Math.Abs(gap)));
        return new BoundedDistance(farthest, Math.Min(1, baseline.UniformError(risk / 2) + current.UniformError(risk / 2)));
    }

    /// <summary>The Wasserstein-1 distance, ∫ |F − G| dx, in the unit of the values.</summary>
    /// <param name="baseline">Of at least one value.</param>
    /// <param name="current">The same of the window; k and seed may differ.</param>
    /// <param name="risk">Probability that the rows' distance is farther off than the error, in (0, 1).</param>
    /// <returns>0 (alike) and up, symmetric; the error is ε·(highest − lowest) of the one plus that of the other, so one far outlier makes it large.</returns>
    /// <exception cref="ArgumentException">A sketch is empty.</exception>
    public static BoundedDistance Wasserstein(QuantileSketch baseline, QuantileSketch current, double risk = 0.01)
    {
        double area = 0;
        Walk(baseline, current, (gap, width) => area += Math.Abs(gap) * width);
        return new BoundedDistance(area, Reach(baseline, risk / 2) + Reach(current, risk / 2));
    }

    private static double Reach(QuantileSketch sketch, double risk)
    {
        double error = sketch.UniformError(risk);
        return error == 0 ? 0 : error * (sketch.Highest - sketch.Lowest);
    }

    /// <summary>Tells F − G between each two neighbouring values, and how wide that stretch is.</summary>
    private static void Walk(QuantileSketch baseline, QuantileSketch current, Action<double, double> stretch)
    {
        (double[] values, long[] weights) = Require(baseline, nameof(baseline)).Weighted();
        (double[] others, long[] otherWeights) = Require(current, nameof(current)).Weighted();
        (int i, int j, long below, long otherBelow) = (0, 0, 0, 0);
        while (i < values.Length || j < others.Length)
        {
            double value = Next(values, i, Next(others, j, double.PositiveInfinity));
            for (; i < values.Length && values[i] == value; i++) below += weights[i];
            for (; j < others.Length && others[j] == value; j++) otherBelow += otherWeights[j];
            double end = Next(values, i, Next(others, j, double.PositiveInfinity));
            double gap = ((double)below / baseline.Count) - ((double)otherBelow / current.Count);
            if (double.IsFinite(end)) stretch(gap, end - value);
        }
    }

    private static double Next(double[] values, int index, double otherwise) => index < values.Length ? Math.Min(values[index], otherwise) : otherwise;

    private static QuantileSketch Require(QuantileSketch sketch, string name)
    {
        ArgumentNullException.ThrowIfNull(sketch, name);
        return sketch.Count > 0 ? sketch : throw new ArgumentException("The sketch is empty; expected one that has seen at least one value.", name);
    }
}
