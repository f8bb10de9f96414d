using System.Runtime.InteropServices;
using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Rows of values that lie wholly in one of two samples, given how often each value occurs in both.</summary>
internal sealed class UnseenSum
{
    // Values that occur equally often are alike: how often, how many of them, and the logarithm of the probability that one lies wholly in the window.
    private readonly (int Rows, long Values, double LogShare)[] _alike;

    private UnseenSum((int, long, double)[] alike, long rows, long found) => (_alike, Rows, Found) = (alike, rows, found);

    /// <summary>Rows of the window.</summary>
    public long Rows { get; }

    /// <summary>Those of values that the baseline has not.</summary>
    public long Found { get; }

    public static UnseenSum Of(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        (long before, long now) = CategoryCounts.Totals(baseline, current);
        Dictionary<int, long> alike = [];
        long found = 0;
        for (int k = 0; k < baseline.Length; k++)
        {
            if (current[k] + baseline[k] > 0) CollectionsMarshal.GetValueRefOrAddDefault(alike, baseline[k] + current[k], out _)++;
            if (baseline[k] == 0) found += current[k];
        }

        double logShare = Math.Log((double)now / (before + now));
        return new UnseenSum([.. alike.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value, pair.Key * logShare))], now, found);
    }

    /// <summary>Upper bound of the probability that at least <paramref name="rows"/> rows are of unseen values.</summary>
    public double Tail(long rows)
    {
        if (rows <= 0) return 1;
        // A value that alone has more rows: the sum of the probabilities is bound enough. The others: Chernoff.
        double larger = 0;
        int few = 0;
        foreach ((int each, long values, double logShare) in _alike)
        {
            if (each <= rows) few++;
            else larger += values * Math.Exp(logShare);
        }

        return Math.Min(1, 2 * (larger + Math.Exp(Math.Min(0, LogBound(_alike.AsSpan(0, few), rows)))));
    }

    // The least of ln E exp(t·(S − rows)) over t ≥ 0, which is convex: where the tilted mean is what was asked for.
    private static double LogBound(ReadOnlySpan<(int Rows, long Values, double LogShare)> alike, long rows)
    {
        (double low, double high) = (0, 1);
        while (high < 1_000 && Tilted(alike, high).Mean < rows) high *= 2;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (Tilted(alike, middle).Mean < rows) low = middle;
            else high = middle;
        }

        return Tilted(alike, high).LogMoment - (high * rows);
    }

    private static (double Mean, double LogMoment) Tilted(ReadOnlySpan<(int Rows, long Values, double LogShare)> alike, double t)
    {
        double mean = 0, logMoment = 0;
        foreach ((int each, long values, double logShare) in alike)
        {
            // ln(1 − q + q·exp(t·c)), and the share of its second part; written so that nothing overflows.
            double logHit = logShare + (t * each), logMiss = Math.Log(-SpecialFunctions.Expm1(logShare));
            double larger = Math.Max(logHit, logMiss), log = larger + Math.Log(Math.Exp(logHit - larger) + Math.Exp(logMiss - larger));
            mean += values * each * Math.Exp(logHit - log);
            logMoment += values * log;
        }

        return (mean, logMoment);
    }
}
