using MathNet.Numerics.Distributions;

namespace MlopsSandbox.Statistics;

/// <summary>The domain classifier (classifier two-sample) test: can a model tell the window's rows from the baseline's?</summary>
/// <remarks>
/// Sees what its model sees, interactions included, and its scores name the rows that changed. Lopez-Paz and Oquab (2017), Revisiting classifier
/// two-sample tests, ICLR; the area in place of accuracy, so that unequal sizes need no care.
/// </remarks>
public static class DomainClassifier
{
    /// <summary>
    /// How much more the area varies without change than by independent scores. Fold i is scored by what fold j taught and the other way round, and where
    /// rows are averaged into a direction both say the same; so each pair of folds counts twice in the sum and not once, and the variance is doubled.
    /// </summary>
    private const double VarianceOfFolds = 2;

    /// <summary>Tests two samples with one training: one call of the model.</summary>
    /// <param name="baseline">n rows, from 1; some 100 are needed for the normal tail and for any model to learn from.</param>
    /// <param name="current">m rows of the same features, from 1.</param>
    /// <param name="model">Gives out-of-fold scores. Called with the rows of both in random order.</param>
    /// <param name="random">Puts them in that order.</param>
    /// <returns>
    /// Area, p value and the window's scores. The p value is one-sided, from the normal distribution with twice the variance of the Mann-Whitney statistic
    /// (ties counted), since the scores of two folds hang together; that is careful: a linear model
    /// alarms in 2 of 100 checks at the 5 % level and in 0.1 at 1 %, at any size. Taken as independent, they
    /// alarm 17 times of 100 where 10 are promised. With all scores equal the area is ½ and p is 1.
    /// </returns>
    /// <exception cref="ArgumentException">The columns differ.</exception>
    /// <exception cref="InvalidOperationException">The model gave another number of scores than rows, or a NaN.</exception>
    public static DomainClassifierResult Test(FeatureRows baseline, FeatureRows current, OutOfFoldScores model, SeededRandom random)
    {
        (int[] order, FeatureRows rows, bool[] isCurrent) = Mix(baseline, current, random);
        double[] scores = ScoresOf(model, rows, isCurrent);
        double auc = RocAuc.Of(scores, isCurrent).Value;
        return new DomainClassifierResult(auc, NormalTail(auc, scores, baseline.Rows, current.Rows), OfWindow(scores, order, baseline.Rows));
    }

    /// <summary>As <see cref="Test"/>, with an exact p value whatever the model and the sizes: the model is trained again for each permutation of the labels.</summary>
    /// <param name="baseline">n rows, from 1.</param>
    /// <param name="current">m rows of the same features, from 1.</param>
    /// <param name="model">Gives out-of-fold scores. Called <paramref name="permutations"/> + 1 times; of equal rows and labels it should give equal scores.</param>
    /// <param name="random">Puts rows in order and permutes labels.</param>
    /// <param name="permutations">Times to train again, from 19.</param>
    /// <returns>Area, p = (k+1)/(B+1), and the window's scores.</returns>
    /// <exception cref="ArgumentException">The columns differ.</exception>
    /// <exception cref="InvalidOperationException">The model gave another number of scores than rows, or a NaN.</exception>
    public static DomainClassifierResult PermutationTest(
        FeatureRows baseline, FeatureRows current, OutOfFoldScores model, SeededRandom random, int permutations = 99)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 19);
        (int[] order, FeatureRows rows, bool[] isCurrent) = Mix(baseline, current, random);
        double[] scores = ScoresOf(model, rows, isCurrent);
        double auc = RocAuc.Of(scores, isCurrent).Value;
        bool[] labels = [.. isCurrent];
        int asFar = 0;
        for (int permutation = 0; permutation < permutations; permutation++)
        {
            random.Shuffle<bool>(labels);
            if (RocAuc.Of(ScoresOf(model, rows, labels), labels).Value >= auc - 1e-12) asFar++;
        }

        return new DomainClassifierResult(auc, (asFar + 1.0) / (permutations + 1), OfWindow(scores, order, baseline.Rows));
    }

    private static (int[] Order, FeatureRows Rows, bool[] IsCurrent) Mix(FeatureRows baseline, FeatureRows current, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        FeatureRows.RequireSameColumns(baseline, current);
        int[] order = [.. Enumerable.Range(0, baseline.Rows + current.Rows)];
        random.Shuffle<int>(order);
        return (order, FeatureRows.Pick(baseline, current, order), [.. order.Select(place => place >= baseline.Rows)]);
    }

    private static double NormalTail(double auc, double[] scores, double n, double m)
    {
        double total = n + m, ties = scores.GroupBy(score => score).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        double variance = (total + 1 - (ties / (total * (total - 1)))) / (12 * n * m);
        return variance > 1e-12 / (n * m) ? Normal.CDF(0, 1, -(auc - 0.5) / Math.Sqrt(VarianceOfFolds * variance)) : 1;
    }

    private static double[] OfWindow(double[] scores, int[] order, int baselineRows)
    {
        double[] ofWindow = new double[order.Length - baselineRows];
        for (int i = 0; i < order.Length; i++)
            if (order[i] >= baselineRows) ofWindow[order[i] - baselineRows] = scores[i];
        return ofWindow;
    }

    private static double[] ScoresOf(OutOfFoldScores model, FeatureRows rows, bool[] isCurrent)
    {
        ArgumentNullException.ThrowIfNull(model);
        double[] scores = model(rows, isCurrent);
        if (scores.Length != rows.Rows) throw new InvalidOperationException($"The model gave {scores.Length} scores for {rows.Rows} rows; expected one for each.");
        int missing = Array.FindIndex(scores, double.IsNaN);
        return missing < 0 ? scores : throw new InvalidOperationException($"The model's score of row {missing} is NaN; expected a number.");
    }
}
