namespace MlopsSandbox.Statistics;

/// <summary>The area between two empirical distribution functions, plain or squared.</summary>
/// <remarks>
/// Widths are taken of halved values, so that they cannot overflow; heights are counted in whole steps of 1/(n·m), so that they do not drift.
/// One pass over both samples, no allocation.
/// </remarks>
internal static class CumulativeGap
{
    /// <summary>∫ |F − G| dx over samples in ascending order.</summary>
    public static double Area(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted) =>
        Integrate(baselineSorted, currentSorted, squared: false);

    /// <summary>∫ (F − G)² dx over samples in ascending order.</summary>
    public static double SquaredArea(ReadOnlySpan<double> baselineSorted, ReadOnlySpan<double> currentSorted) =>
        Integrate(baselineSorted, currentSorted, squared: true);

    private static double Integrate(ReadOnlySpan<double> baseline, ReadOnlySpan<double> current, bool squared)
    {
        double area = 0, left = 0.5 * Math.Min(baseline[0], current[0]), step = 1.0 / ((double)baseline.Length * current.Length);
        long steps = 0;
        (int i, int j) = (0, 0);
        while (i < baseline.Length && j < current.Length)
        {
            int ofBaseline = baseline[i] <= current[j] ? 1 : 0; // kept free of branches: which sample is next cannot be predicted
            double right = 0.5 * Math.Min(baseline[i], current[j]);
            area += (right - left) * Height(steps * step, squared);
            left = right;
            steps += (-ofBaseline & ((long)baseline.Length + current.Length)) - baseline.Length;
            i += ofBaseline;
            j += 1 - ofBaseline;
        }

        ReadOnlySpan<double> rest = i < baseline.Length ? baseline[i..] : current[j..];
        int other = i < baseline.Length ? current.Length : -baseline.Length;
        foreach (double value in rest)
        {
            area += ((0.5 * value) - left) * Height(steps * step, squared);
            left = 0.5 * value;
            steps += other;
        }

        return 2 * area;
    }

    private static double Height(double gap, bool squared) => squared ? gap * gap : Math.Abs(gap);
}
