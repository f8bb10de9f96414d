namespace MlopsSandbox.Statistics;

/// <summary>The domain classifier test on two halves: a model learns from each half and tells the rows of the other half apart.</summary>
/// <remarks>
/// Given what a model has learned from one half, the other half's rows are strangers to it: without change their scores can be exchanged, so each half's test
/// of Mann and Whitney keeps its level whatever the model, and twice the smaller of the two p values keeps it however the halves hang together. Half the rows
/// teach at a time, which costs power; <see cref="DomainClassifier"/> uses more of them, at an approximate level or with many trainings.
/// Lopez-Paz and Oquab (2017), Revisiting classifier two-sample tests, ICLR. Rows must be independent: one that stands twice may be learned and told again.
/// </remarks>
public static class CrossFittedClassifier
{
    /// <summary>Fewest rows of a sample: two halves of 12, from which on the normal tail of Mann and Whitney's test holds.</summary>
    public const int LeastRows = 24;

    /// <summary>Tests two samples with two trainings.</summary>
    /// <param name="baseline">n rows, from <see cref="LeastRows"/>.</param>
    /// <param name="current">m rows of the same features, from <see cref="LeastRows"/>.</param>
    /// <param name="model">Called twice, with about half of each sample to learn from.</param>
    /// <param name="random">Cuts the halves: the same seed gives the same result.</param>
    /// <returns>Mean area of the two halves; p, one-sided, at most at its level; and the window's scores, each by the model that had not seen the row.</returns>
    /// <exception cref="ArgumentException">A sample has too few rows, or the columns differ.</exception>
    /// <exception cref="InvalidOperationException">The model gave another number of scores than rows, or a NaN.</exception>
    public static DomainClassifierResult Test(FeatureRows baseline, FeatureRows current, HalfScores model, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(random);
        FeatureRows.RequireSameColumns(baseline, current);
        if (Math.Min(baseline.Rows, current.Rows) < LeastRows)
            throw new ArgumentException($"There are {baseline.Rows} baseline and {current.Rows} current rows; expected at least {LeastRows} of each.", nameof(current));
        (int[] First, int[] Second) old = Halves(baseline.Rows, 0, random), now = Halves(current.Rows, baseline.Rows, random);
        Half first = new(old.First, now.First, random), second = new(old.Second, now.Second, random);
        double[] ofWindow = new double[current.Rows];
        (double firstArea, double firstP) = Told(second, first);
        (double secondArea, double secondP) = Told(first, second);
        return new DomainClassifierResult((firstArea + secondArea) / 2, Math.Min(1, 2 * Math.Min(firstP, secondP)), ofWindow);

        (double Area, double P) Told(Half learned, Half told)
        {
            double[] scores = model(Rows(learned), learned.IsCurrent, Rows(told));
            Require(scores, told.Places.Length);
            for (int i = 0; i < scores.Length; i++)
                if (told.IsCurrent[i]) ofWindow[told.Places[i] - baseline.Rows] = scores[i];
            return OneSided(scores, told.IsCurrent);
        }

        FeatureRows Rows(Half half) => FeatureRows.Pick(baseline, current, half.Places);
    }

    private static (int[] First, int[] Second) Halves(int rows, int from, SeededRandom random)
    {
        int[] places = [.. Enumerable.Range(from, rows)];
        random.Shuffle<int>(places);
        return (places[..(rows / 2)], places[(rows / 2)..]);
    }

    private static (double Area, double P) OneSided(double[] scores, bool[] isCurrent)
    {
        double[] old = [.. scores.Where((_, i) => !isCurrent[i])], now = [.. scores.Where((_, i) => isCurrent[i])];
        TestResult test = MannWhitney.TestUnsorted(old, now);
        double area = 1 - (test.Statistic / ((double)old.Length * now.Length));
        return (area, area > 0.5 ? test.PValue / 2 : 1);
    }

    private static void Require(double[] scores, int rows)
    {
        if (scores.Length != rows) throw new InvalidOperationException($"The model gave {scores.Length} scores for {rows} rows; expected one for each.");
        int missing = Array.FindIndex(scores, double.IsNaN);
        if (missing >= 0) throw new InvalidOperationException($"The model's score of row {missing} is NaN; expected a number.");
    }

    // Places in the baseline and then, counted on, in the window; in random order, so that a model may not learn from it.
    private sealed class Half
    {
        public Half(int[] old, int[] now, SeededRandom random)
        {
            Places = [.. old, .. now];
            random.Shuffle<int>(Places);
            IsCurrent = new bool[Places.Length];
            HashSet<int> current = [.. now];
            for (int i = 0; i < Places.Length; i++) IsCurrent[i] = current.Contains(Places[i]);
        }

        public int[] Places { get; }

        public bool[] IsCurrent { get; }
    }
}
