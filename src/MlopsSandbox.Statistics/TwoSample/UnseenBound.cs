using System.Runtime.InteropServices;
using MathNet.Numerics;

namespace MlopsSandbox.Statistics;

/// <summary>Bounds how many rows are of values that lie wholly in one of two samples, given how often each value occurs in both.</summary>
/// <remarks>
/// Chernoff's bound of the sum over values when each row goes to the window by itself, doubled, since the window then has at least as many rows as it has with a probability of at
/// least a half, and more rows can only leave more values unseen.
/// Chernoff (1952), A measure of asymptotic efficiency, Annals of Mathematical Statistics 23, 493–507.
/// </remarks>
internal sealed class UnseenBound
{
    private readonly double[] _logShares;

    private UnseenBound(AlikeValues[] alike, long rows, long all)
    {
        (Alike, Rows, All) = (alike, rows, all);
        double logShare = Math.Log((double)rows / all);
        _logShares = [.. alike.Select(values => values.Rows * logShare)];
    }

    /// <summary>Values that occur equally often are alike; rarest first.</summary>
    public AlikeValues[] Alike { get; }

    /// <summary>Rows of the window.</summary>
    public long Rows { get; }

    /// <summary>Rows of both samples.</summary>
    public long All { get; }

    public static UnseenBound Of(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        (long before, long now) = CategoryCounts.Totals(baseline, current);
        Dictionary<int, int> alike = [];
        for (int k = 0; k < baseline.Length; k++)
            if (current[k] + baseline[k] > 0) CollectionsMarshal.GetValueRefOrAddDefault(alike, baseline[k] + current[k], out _)++;
        return new UnseenBound([.. alike.OrderBy(pair => pair.Key).Select(pair => new AlikeValues(pair.Key, pair.Value))], now, before + now);
    }

    /// <summary>Upper bound of the probability that at least <paramref name="rows"/> rows are of unseen values.</summary>
    public double Tail(long rows)
    {
        if (rows <= 0) return 1;
        // A value that alone has more rows: the sum of the probabilities is bound enough. The others: Chernoff.
        double larger = 0;
        int few = 0;
        for (int i = 0; i < Alike.Length; i++)
        {
            if (Alike[i].Rows <= rows) few++;
            else larger += Alike[i].Values * Math.Exp(_logShares[i]);
        }

        return Math.Min(1, 2 * (larger + Math.Exp(Math.Min(0, LogBound(few, rows)))));
    }

    // The least of ln E exp(t·(S − rows)) over t ≥ 0, which is convex: where the tilted mean is what was asked for.
    private double LogBound(int few, long rows)
    {
        (double low, double high) = (0, 1);
        while (high < 1_000 && Tilted(few, high).Mean < rows) high *= 2;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (Tilted(few, middle).Mean < rows) low = middle;
            else high = middle;
        }

        return Tilted(few, high).LogMoment - (high * rows);
    }

    private (double Mean, double LogMoment) Tilted(int few, double t)
    {
        double mean = 0, logMoment = 0;
        for (int i = 0; i < few; i++)
        {
            // ln(1 − q + q·exp(t·c)), and the share of its second part; written so that nothing overflows.
            double logHit = _logShares[i] + (t * Alike[i].Rows), logMiss = Math.Log(-SpecialFunctions.Expm1(_logShares[i]));
            double larger = Math.Max(logHit, logMiss), log = larger + Math.Log(Math.Exp(logHit - larger) + Math.Exp(logMiss - larger));
            mean += (double)Alike[i].Values * Alike[i].Rows * Math.Exp(logHit - log);
            logMoment += Alike[i].Values * log;
        }

        return (mean, logMoment);
    }
}

/// <summary>So many values, each with so many rows in both samples together.</summary>
internal readonly record struct AlikeValues(int Rows, int Values);
