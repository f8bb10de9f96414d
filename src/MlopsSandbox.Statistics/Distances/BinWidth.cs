namespace MlopsSandbox.Statistics;

/// <summary>Widths of a histogram's bins by rule, for values in ascending order; 0 where a rule has no answer.</summary>
internal static class BinWidth
{
    public static double FreedmanDiaconis(double[] sorted) => 2 * (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / Math.Cbrt(sorted.Length);

    public static double Auto(double[] sorted)
    {
        double robust = FreedmanDiaconis(sorted), sturges = (sorted[^1] - sorted[0]) / (Math.Log2(sorted.Length) + 1);
        return robust > 0 ? Math.Min(robust, sturges) : sturges;
    }

    public static double Doane(double[] sorted)
    {
        double n = sorted.Length, spread = Spread.Of(sorted);
        if (n < 3 || spread == 0) return 0;
        double mean = sorted.Average();
        double skewness = Math.Abs(sorted.Average(value => Math.Pow((value - mean) / spread, 3)));
        double chance = Math.Sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
        return (sorted[^1] - sorted[0]) / (1 + Math.Log2(n) + Math.Log2(1 + (skewness / chance)));
    }

    /// <summary>Between two values, numpy's default.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double left = sorted[below], right = sorted[Math.Min(below + 1, sorted.Length - 1)];
        double along = place - below;
        return along < 0.5 ? left + ((right - left) * along) : right - ((right - left) * (1 - along));
    }
}
