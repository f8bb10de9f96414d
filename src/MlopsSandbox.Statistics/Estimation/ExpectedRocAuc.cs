namespace MlopsSandbox.Statistics;

/// <summary>The area under the ROC curve over pairs of rows, each pair weighted by the probability that the first is positive and the second negative.</summary>
internal static class ExpectedRocAuc
{
    public static Estimated Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> scores)
    {
        (double[] sorted, double[] p) = (scores.ToArray(), probabilities.ToArray());
        Array.Sort(sorted, p);
        double positives = p.Sum(), negatives = p.Length - positives;
        double pairs = p.Sum(one => one * (1 - one));
        pairs = (positives * negatives) - pairs;      // No row is beside itself.
        if (pairs <= 0) return new Estimated(double.NaN, double.NaN);

        double[] slopes = Slopes(sorted, p, positives, negatives, out double won);
        double area = won / pairs, variance = 0;
        for (int i = 0; i < p.Length; i++)
        {
            double morePairs = negatives - positives - 1 + (2 * p[i]);
            double slope = (slopes[i] - (area * morePairs)) / pairs;
            variance += p[i] * (1 - p[i]) * slope * slope;
        }

        return new Estimated(area, Math.Sqrt(variance));
    }

    // How much the pairs that are in the right order, ties counting half, grow when one row turns out positive; and all such pairs.
    private static double[] Slopes(double[] scores, double[] p, double positives, double negatives, out double won)
    {
        var slopes = new double[p.Length];
        won = 0;
        double positivesBelow = 0, negativesBelow = 0;
        for (int first = 0, next; first < scores.Length; first = next)
        {
            double positivesHere = 0;
            for (next = first; next < scores.Length && scores[next] == scores[first]; next++) positivesHere += p[next];
            double negativesHere = next - first - positivesHere;
            for (int i = first; i < next; i++)
            {
                double below = negativesBelow + ((negativesHere - (1 - p[i])) / 2);
                double above = positives - positivesBelow - positivesHere + ((positivesHere - p[i]) / 2);
                slopes[i] = below - above;
                won += p[i] * below;
            }

            (positivesBelow, negativesBelow) = (positivesBelow + positivesHere, negativesBelow + negativesHere);
        }

        return slopes;
    }
}
