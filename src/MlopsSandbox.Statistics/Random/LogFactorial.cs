namespace MlopsSandbox.Statistics;

/// <summary>Natural logarithms of factorials, quickly.</summary>
internal static class LogFactorial
{
    private const int Summed = 1_024, Kept = 16_384;
    private static readonly double[] Known = FirstOnes();

    /// <summary>ln n!, within 1e-15 of itself; Stirling's series from 1,024 on.</summary>
    public static double Of(int n) => n < Kept ? Known[n] : Stirling(n);

    private static double Stirling(int n)
    {
        double x = n, reciprocal = 1 / x;
        return ((x + 0.5) * Math.Log(x)) - x + 0.91893853320467274 + (reciprocal / 12) - (reciprocal * reciprocal * reciprocal / 360);
    }

    private static double[] FirstOnes()
    {
        double[] known = new double[Kept];
        for (int n = 2; n < Summed; n++) known[n] = known[n - 1] + Math.Log(n);
        for (int n = Summed; n < Kept; n++) known[n] = Stirling(n);
        return known;
    }
}
