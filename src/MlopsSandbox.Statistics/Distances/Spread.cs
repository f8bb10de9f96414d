namespace MlopsSandbox.Statistics;

/// <summary>Standard deviation of values as a whole population.</summary>
internal static class Spread
{
    /// <summary>√(Σ (x − mean)² / n) in two passes; exactly 0 for a constant, finite whenever it can be.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        (double lowest, double highest) = FiniteSample.Extremes(values, nameof(values));
        if (lowest == highest) return 0;
        double middle = (0.5 * lowest) + (0.5 * highest), scale = Math.Max(highest - middle, middle - lowest);
        double sum = 0, squares = 0;
        foreach (double value in values) sum += (value - middle) / scale;
        double mean = sum / values.Length;
        foreach (double value in values)
        {
            double off = ((value - middle) / scale) - mean;
            squares += off * off;
        }

        return scale * Math.Sqrt(squares / values.Length);
    }
}
