namespace MlopsSandbox.Statistics;

/// <summary>Normalised discounted cumulative gain (NDCG): how well one ranking keeps what is worth most by another at the top.</summary>
/// <remarks>
/// DCG = Σ gain of rank i / log₂(i + 1), divided by that of the best order. Järvelin and Kekäläinen (2002), ACM Trans. Inf. Syst. 20, 422–446; ties as in
/// McSherry and Najork (2008), ECIR, 414–421: each of equal scores gets the mean gain of all of them. With attributions as gains and scores it is the
/// measure of SageMaker Clarify's feature-attribution drift. Not symmetric: the gains are those of the first.
/// </remarks>
public static class NormalizedDiscountedGain
{
    /// <summary>Holds the order that scores give against the worth of the items.</summary>
    /// <param name="gains">Worth of each item, finite and 0 or more; the item worth most belongs at the top.</param>
    /// <param name="scores">A score for each, in the same order; only their order counts. Not NaN.</param>
    /// <returns>In (0, 1]: 1 when the order is as good as any, lower when what is worth much stands low. NaN when nothing has any worth (scikit-learn: 0).</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no items, a gain is negative or not finite, or a score is NaN.</exception>
    /// <example>Gains 3, 2, 1 under scores 1, 2, 3 give (1/1 + 2/1.585 + 3/2) / (3/1 + 2/1.585 + 1/2) = 0.790.</example>
    public static double Of(ReadOnlySpan<double> gains, ReadOnlySpan<double> scores)
    {
        Require(gains, scores);
        double best = Discounted(gains, gains);
        return best > 0 ? Math.Min(1, Discounted(gains, scores) / best) : double.NaN;
    }

    private static double Discounted(ReadOnlySpan<double> gains, ReadOnlySpan<double> scores)
    {
        double[] keys = scores.ToArray(), inOrder = gains.ToArray();
        Array.Sort(keys, inOrder);
        double sum = 0;
        for (int end = keys.Length; end > 0;)
        {
            int begin = end - 1;
            while (begin > 0 && keys[begin - 1] == keys[end - 1]) begin--;
            double mean = 0, discounts = 0;
            for (int i = begin; i < end; i++)
            {
                mean += inOrder[i] / (end - begin);
                discounts += 1 / Math.Log2(keys.Length - i + 1);
            }

            sum += mean * discounts;
            end = begin;
        }

        return sum;
    }

    private static void Require(ReadOnlySpan<double> gains, ReadOnlySpan<double> scores)
    {
        if (gains.Length == 0 || gains.Length != scores.Length)
            throw new ArgumentException($"There are {gains.Length} gains and {scores.Length} scores; expected one of each for every item, and at least one item.", nameof(scores));
        for (int i = 0; i < gains.Length; i++)
        {
            if (!double.IsFinite(gains[i]) || gains[i] < 0) throw new ArgumentException($"Gain {i} is {gains[i]}; expected a finite number of 0 or more.", nameof(gains));
            if (double.IsNaN(scores[i])) throw new ArgumentException($"Score {i} is NaN; expected a number.", nameof(scores));
        }
    }
}
