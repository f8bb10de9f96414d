namespace MlopsSandbox.Statistics;

/// <summary>Does a window have more rows of values that the baseline never saw than two samples of one distribution would?</summary>
/// <remarks>
/// Given how often each value occurs in both samples together, each way to divide the rows is equally likely when nothing has changed, and a value of c rows lies wholly in the window with
/// probability f^c, f being the window's share of all rows. So new values are expected where many values are rare, and are not where all are common.
/// The p value is an upper bound, for any sizes: Chernoff's, of the sum over values when each row goes to the window by itself, doubled, since the window then has at least as many
/// rows as it has with a probability of at least a half, and more rows can only leave more values unseen. About a tenth of the promised false alarms happen.
/// Chernoff (1952), A measure of asymptotic efficiency, Annals of Mathematical Statistics 23, 493–507.
/// </remarks>
public static class UnseenValues
{
    /// <summary>Tests two rows of counts over the same values in the same order.</summary>
    /// <returns>Statistic: share of the window's rows whose value the baseline has not, in [0, 1]. P value: one-sided.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    public static TestResult Test(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        UnseenSum sum = UnseenSum.Of(baseline, current);
        return new TestResult((double)sum.Found / sum.Rows, sum.Tail(sum.Found));
    }

    /// <summary>The least share that is significant at <paramref name="alpha"/>, given both samples together; infinite when none would be.</summary>
    /// <exception cref="ArgumentException">The lengths differ, a count is negative, or a sample has no rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1).</exception>
    public static double CriticalShare(double alpha, ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        if (alpha is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a probability in (0, 1).");
        UnseenSum sum = UnseenSum.Of(baseline, current);
        (long quiet, long significant) = (0, sum.Rows);
        if (sum.Tail(significant) > alpha) return double.PositiveInfinity;
        while (significant - quiet > 1)
        {
            long middle = quiet + ((significant - quiet) / 2);
            if (sum.Tail(middle) <= alpha) significant = middle;
            else quiet = middle;
        }

        return (double)significant / sum.Rows;
    }
}
