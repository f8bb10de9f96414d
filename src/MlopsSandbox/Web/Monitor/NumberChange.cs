using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Web.Monitor;

/// <summary>Says how a number changed, by the level at which the two distributions lie furthest apart: what Kolmogorov and Smirnov measure. Pure.</summary>
internal static class NumberChange
{
    /// <summary>Such as <c>the share above 80 went from 21 % to 34 %</c>; null when either side has no values.</summary>
    public static string? Words(NumericSummary before, NumericSummary now)
    {
        if (before.Values.Length == 0 || now.Values.Length == 0) return null;
        (double level, double was, double isNow) = Widest(before.Values, now.Values);
        if (was == isNow) return "all shares are the same";
        string moved = isNow > was ? "rose" : "fell";
        return $"{moved}: the share above {Figure(level)} went from {Percent.Of(was)} to {Percent.Of(isNow)}";
    }

    // Shares above each value of either sample; both are in ascending order.
    private static (double Level, double Was, double IsNow) Widest(double[] before, double[] now)
    {
        (double Level, double Was, double IsNow) widest = (before[0], 0, 0);
        int i = 0, j = 0;
        while (i < before.Length || j < now.Length)
        {
            double level = Math.Min(i < before.Length ? before[i] : double.PositiveInfinity, j < now.Length ? now[j] : double.PositiveInfinity);
            while (i < before.Length && before[i] <= level) i++;
            while (j < now.Length && now[j] <= level) j++;
            double was = 1 - ((double)i / before.Length), isNow = 1 - ((double)j / now.Length);
            if (Math.Abs(isNow - was) > Math.Abs(widest.IsNow - widest.Was)) widest = (level, was, isNow);
        }

        return widest;
    }

    private static string Figure(double value) => value.ToString(Math.Abs(value) >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture);
}
