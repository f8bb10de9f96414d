namespace MlopsSandbox.Statistics;

/// <summary>Does a window have more rows of values that the baseline never saw than two samples of one distribution would?</summary>
/// <remarks>
/// Given how often each value occurs in both samples together, each way to divide the rows is equally likely when nothing has changed, and a value of c rows lies wholly in the window with
/// probability f^c, f being the window's share of all rows. So new values are expected where many values are rare, and are not where all are common.
/// The p value is exact given these counts: the number of such rows has a lattice distribution, whose characteristic function is a product over the values, and is turned back by a sum.
/// Where that sum would be too long (some 100,000 rows of thousands of rare values), it is an upper bound instead; p values below 1e-9 are one too.
/// Rows must be exchangeable. One-sided.
/// </remarks>
public sealed class UnseenValues
{
    /// <summary>Below this a p value is its bound, as the sum is known to some 1e-15 only.</summary>
    private const double LeastExact = 1e-9;

    private readonly UnseenBound _bound;
    private readonly double[]? _tails;

    private UnseenValues(UnseenBound bound, long found)
    {
        (_bound, _tails) = (bound, UnseenDistribution.Tails(bound));
        (Share, PValue) = ((double)found / bound.Rows, Tail(found));
    }

    /// <summary>Share of the window's rows whose value the baseline has not, in [0, 1].</summary>
    public double Share { get; }

    /// <summary>Probability of a share at least as large when nothing has changed, in (0, 1].</summary>
    public double PValue { get; }

    /// <summary>True when p values down to 1e-9 are exact; false when they are upper bounds, at most a tenth of the promised false alarms then happen.</summary>
    public bool IsExact => _tails is not null;

    /// <summary>Tests two rows of counts over the same values in the same order.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    /// <example>Of 4, 1 and no rows against none, 3 and 2, the share is 0.4 and p is 17/63: 68 of the 252 divisions leave 2 rows or more unseen.</example>
    public static UnseenValues Of(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        UnseenBound bound = UnseenBound.Of(baseline, current);
        long found = 0;
        for (int k = 0; k < baseline.Length; k++)
            if (baseline[k] == 0) found += current[k];
        return new UnseenValues(bound, found);
    }

    /// <summary>The least share that is significant at <paramref name="alpha"/>, given both samples together; infinite when none would be.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public double CriticalShare(double alpha)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        (long quiet, long significant) = (0, _bound.Rows);
        if (Tail(significant) > alpha) return double.PositiveInfinity;
        while (significant - quiet > 1)
        {
            long middle = quiet + ((significant - quiet) / 2);
            if (Tail(middle) <= alpha) significant = middle;
            else quiet = middle;
        }

        return (double)significant / _bound.Rows;
    }

    private double Tail(long rows)
    {
        double bound = _bound.Tail(rows);
        if (_tails is null || bound <= LeastExact) return bound;
        return rows < _tails.Length ? Math.Max(_tails[rows], LeastExact) : LeastExact;
    }
}
