namespace MlopsSandbox.Statistics;

/// <summary>How good probabilities are as probabilities: proper scores, less is better.</summary>
public static class ProbabilityScores
{
    /// <summary>Mean negative logarithm of the probability given to what happened, in nats; 0 is perfect, ln 2 is a coin.</summary>
    /// <remarks>Probabilities are clipped to [2⁻⁵², 1 − 2⁻⁵²], so that a certain mistake costs 36 nats rather than everything.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a probability is not in [0, 1].</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        const double Least = 1.0 / (1L << 52);
        Require(probabilities, labels);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double likely = Math.Clamp(probabilities[i], Least, 1 - Least);
            sum -= labels[i] ? Math.Log(likely) : Math.Log(1 - likely);
        }

        return sum / labels.Length;
    }

    /// <summary>Mean squared distance of the probability from what happened, in [0, 1]; 0 is perfect, 0.25 is a coin.</summary>
    /// <remarks>Brier (1950), Monthly Weather Review 78, 1–3.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a probability is not in [0, 1].</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        Require(probabilities, labels);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double off = (labels[i] ? 1 : 0) - probabilities[i];
            sum += off * off;
        }

        return sum / labels.Length;
    }

    internal static void Require(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        ScoredLabels.Require(probabilities, labels);
        for (int i = 0; i < probabilities.Length; i++)
            if (probabilities[i] is < 0 or > 1) throw new ArgumentException($"Probability {i} is {probabilities[i]}; expected 0 to 1.");
    }
}
