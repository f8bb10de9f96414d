namespace MlopsSandbox.Statistics;

/// <summary>Natural logarithms of factorials, quickly.</summary>
internal static class LogFactorial
{
    private const int Kept = 1_024;
    private static readonly double[] Small = Sums();

    /// <summary>ln n!, within 1e-15 of itself; Stirling's series from 1,024 on.</summary>
    public static double Of(int n)
    {
        if (n < Kept) return Small[n];
        double x = n, reciprocal = 1 / x;
        return ((x + 0.5) * Math.Log(x)) - x + 0.91893853320467274 + (reciprocal / 12) - (reciprocal * reciprocal * reciprocal / 360);
    }

    private static double[] Sums()
    {
        double[] sums = new double[Kept];
        for (int n = 2; n < Kept; n++) sums[n] = sums[n - 1] + Math.Log(n);
        return sums;
    }
}
