using static System.FormattableString;

namespace MlopsSandbox.Statistics;

/// <summary>A threshold of so many standard deviations above the mean of scores that were measured where nothing had changed.</summary>
/// <param name="Mean">Of the scores.</param>
/// <param name="Deviation">Their standard deviation, over n − 1.</param>
/// <param name="Sigmas">Deviations above the mean.</param>
public readonly record struct SigmaThreshold(double Mean, double Deviation, double Sigmas)
{
    /// <summary>A score above alarms.</summary>
    public double Value => Mean + (Sigmas * Deviation);

    /// <summary>The threshold of these scores.</summary>
    /// <exception cref="ArgumentException">There are fewer than two scores.</exception>
    /// <example>Of 1, 2, 3 with two sigmas it is 4.</example>
    public static SigmaThreshold Of(IReadOnlyList<double> scores, double sigmas)
    {
        if (scores.Count < 2) throw new ArgumentException(Invariant($"There are {scores.Count} scores; expected two or more."), nameof(scores));
        double mean = scores.Average();
        return new SigmaThreshold(mean, Math.Sqrt(scores.Sum(score => (score - mean) * (score - mean)) / (scores.Count - 1)), sigmas);
    }

    /// <summary>How many scores lie above the threshold of the scores of all other groups: false alarms, by leaving each group out in turn.</summary>
    /// <remarks>Scores of chunks are skewed to the right, so that three sigmas are exceeded far more often than the 0.13 % of a normal distribution.</remarks>
    /// <exception cref="ArgumentException">There are fewer than two scores outside of a group.</exception>
    public static int FalseAlarms(IReadOnlyList<IReadOnlyList<double>> groups, double sigmas)
    {
        int alarms = 0;
        for (int left = 0; left < groups.Count; left++)
        {
            double threshold = Of([.. groups.Where((_, group) => group != left).SelectMany(group => group)], sigmas).Value;
            alarms += groups[left].Count(score => score > threshold);
        }

        return alarms;
    }
}
