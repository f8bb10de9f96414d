namespace MlopsSandbox.Statistics;

/// <summary>Turns scores into means of what they stand for, by the rising curve nearest to what was seen: a score into a probability, a predicted loss into a loss.</summary>
/// <remarks>
/// Isotonic regression by the pool-adjacent-violators algorithm: Ayer, Brunk, Ewing, Reid and Silverman (1955), Annals of Mathematical Statistics 26,
/// 641–647; for probabilities: Zadrozny and Elkan (2002), KDD, 694–699. Linear between two scores, flat outside of those seen, as scikit-learn has it
/// with <c>out_of_bounds="clip"</c>. Fitted to the rows that it is applied to it flatters: fit it to rows that the model was not trained on.
/// </remarks>
public sealed class IsotonicCalibration
{
    private readonly double[] _scores, _means;

    private IsotonicCalibration(double[] scores, double[] means) => (_scores, _means) = (scores, means);

    /// <summary>Fits the curve to scores with their classes; applied, it gives probabilities. O(n log n).</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is not finite.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        var seen = new double[labels.Length];
        for (int i = 0; i < seen.Length; i++) seen[i] = labels[i] ? 1 : 0;
        return Fit(scores, seen);
    }

    /// <summary>Fits the curve to scores with the values that were seen with them. O(n log n).</summary>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a number is not finite.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<double> scores, ReadOnlySpan<double> seen)
    {
        if (scores.Length != seen.Length) throw new ArgumentException($"{scores.Length} scores against {seen.Length} values; expected one value for each score.");
        if (scores.IsEmpty) throw new ArgumentException("There are no rows; expected at least one score with its value.");
        FiniteNumbers.Require(scores, "Score");
        FiniteNumbers.Require(seen, "Value");
        var (sorted, values) = (scores.ToArray(), seen.ToArray());
        Array.Sort(sorted, values);
        return Curve(Pooled(sorted, values));
    }

    /// <summary>The mean that belongs to a score.</summary>
    /// <exception cref="ArgumentException">The score is NaN.</exception>
    public double Apply(double score)
    {
        if (double.IsNaN(score)) throw new ArgumentException("The score is NaN; expected a number.", nameof(score));
        int place = Array.BinarySearch(_scores, score);
        if (place >= 0) return _means[place];
        int above = ~place;
        if (above == 0) return _means[0];
        if (above == _scores.Length) return _means[^1];
        double share = (score - _scores[above - 1]) / (_scores[above] - _scores[above - 1]);
        return _means[above - 1] + (share * (_means[above] - _means[above - 1]));
    }

    /// <summary>The means that belong to scores.</summary>
    /// <exception cref="ArgumentException">A score is NaN.</exception>
    public double[] Apply(ReadOnlySpan<double> scores)
    {
        var means = new double[scores.Length];
        for (int i = 0; i < means.Length; i++) means[i] = Apply(scores[i]);
        return means;
    }

    // Blocks of neighbouring scores with one mean each, rising. Equal scores are one block from the start.
    private static List<Block> Pooled(double[] scores, double[] values)
    {
        List<Block> blocks = [];
        for (int first = 0, next; first < scores.Length; first = next)
        {
            double sum = 0;
            for (next = first; next < scores.Length && scores[next] == scores[first]; next++) sum += values[next];
            Block block = new(scores[first], scores[first], sum, next - first);
            while (blocks.Count > 0 && blocks[^1].Mean >= block.Mean)
            {
                block = blocks[^1].With(block);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        return blocks;
    }

    private static IsotonicCalibration Curve(List<Block> blocks)
    {
        List<double> scores = [], means = [];
        foreach (Block block in blocks)
        {
            foreach (double score in block.First == block.Last ? [block.First] : new[] { block.First, block.Last })
            {
                scores.Add(score);
                means.Add(block.Mean);
            }
        }

        return new IsotonicCalibration([.. scores], [.. means]);
    }

    private readonly record struct Block(double First, double Last, double Sum, int Rows)
    {
        public double Mean => Sum / Rows;

        public Block With(Block next) => new(First, next.Last, Sum + next.Sum, Rows + next.Rows);
    }
}
