namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Estimates when a change began.</summary>
public static class ChangeEstimate
{
    /// <summary>
    /// The day from which on the rows are least like the baseline: the split that makes "baseline before, own shares after" the most
    /// likely, over all tracks together.
    /// </summary>
    /// <param name="tracks">What drifted; all over the same days, at least one.</param>
    /// <returns>Index of the first changed day; of equally likely ones the earliest.</returns>
    /// <remarks>
    /// The likelihood ratio of a change point in multinomial counts, n·KL(after ‖ baseline), see Csörgő and Horváth (1997), Limit Theorems
    /// in Change-Point Analysis, section 1.2. Tracks are added up as if independent: that weighs correlated ones twice and moves no maximum they share.
    /// </remarks>
    public static int FirstChangedDay(IReadOnlyList<DailyCounts> tracks)
    {
        double[] gain = new double[tracks[0].Days.Count];
        foreach (DailyCounts track in tracks) AddGains(gain, track);
        return Array.IndexOf(gain, gain.Max());
    }

    private static void AddGains(double[] gain, DailyCounts track)
    {
        int[] after = new int[track.BaselineShares.Length];
        for (int day = gain.Length - 1; day >= 0; day--)
        {
            for (int bin = 0; bin < after.Length; bin++) after[bin] += track.Days[day][bin];
            gain[day] += LogLikelihoodRatio(after, track.BaselineShares);
        }
    }

    private static double LogLikelihoodRatio(int[] counts, double[] shares)
    {
        double rows = counts.Sum(), sum = 0;
        for (int bin = 0; bin < counts.Length; bin++)
            if (counts[bin] > 0) sum += counts[bin] * Math.Log(counts[bin] / (rows * shares[bin]));
        return sum;
    }
}
