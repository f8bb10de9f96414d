namespace MlopsSandbox.Statistics;

/// <summary>What scores with labels must hold to.</summary>
internal static class ScoredLabels
{
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a score is NaN.</exception>
    public static void Require(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        if (scores.Length != labels.Length)
            throw new ArgumentException($"{scores.Length} scores against {labels.Length} labels; expected one label for each score.");
        if (scores.IsEmpty) throw new ArgumentException("There are no rows; expected at least one score with its label.");
        for (int i = 0; i < scores.Length; i++)
            if (double.IsNaN(scores[i])) throw new ArgumentException($"Score {i} is NaN; expected a number.");
    }
}
