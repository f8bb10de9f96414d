namespace MlopsSandbox.Lifecycle.Monitor.MeasuredQuality;

/// <summary>Intervals of shares.</summary>
internal static class Shares
{
    /// <summary>Wilson's interval (1927, JASA 22, 209–212): stays within 0 to 1, and is right at small shares, where the share ± z·error is not.</summary>
    public static (double Low, double High) Wilson(int hits, int rows, double z)
    {
        double n = rows, share = hits / n, squared = z * z / n;
        double middle = (share + (squared / 2)) / (1 + squared);
        double half = z / (1 + squared) * Math.Sqrt((share * (1 - share) / n) + (squared / (4 * n)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
