using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.AttributionDrift;

/// <summary>How much each feature moves the score of each row: the absolute change when the feature's value is that of a baseline row drawn for it.</summary>
/// <remarks>
/// Permutation importance of the score (after Breiman 2001 and Fisher, Rudin and Dominici 2019, whose change is of the loss): needs no labels, and nothing of the
/// model but its answers, so that it is the same for every trainer and both tasks. Unlike Shapley values it does not share what features do only together.
/// </remarks>
internal static class ScoreAttributions
{
    /// <summary>One row of attributions for each row, a column for each feature, in the order of <paramref name="features"/>.</summary>
    /// <param name="rows">Rows, from 1.</param>
    /// <param name="background">The baseline rows that values are drawn from; one of <paramref name="rows"/> itself is never drawn for itself, where the tables are the same.</param>
    /// <param name="features">Columns to change.</param>
    /// <param name="score">The model; asked once, for rows × (features + 1) rows.</param>
    /// <param name="random">Draws.</param>
    public static FeatureRows Of(Table rows, Table background, IReadOnlyList<string> features, Func<Table, double[]> score, SeededRandom random)
    {
        int n = rows.Count;
        List<string> names = [.. features];
        int[] donors = [.. Enumerable.Range(0, n).Select(row => Donor(row, ReferenceEquals(rows, background), background.Count, random))];
        int[] repeated = [.. Enumerable.Range(0, n * (features.Count + 1)).Select(place => place % n)];
        double[] scores = score(RowSample.WithoutIds([.. rows.Columns.Select(column => Changed(column, names.IndexOf(column.Name), repeated, background, donors))]));
        return FeatureRows.Of([.. Enumerable.Range(0, n).Select(row => Enumerable.Range(1, features.Count).Select(k => Math.Abs(scores[(k * n) + row] - scores[row])).ToArray())]);
    }

    private static int Donor(int row, bool isItself, int donors, SeededRandom random)
    {
        if (!isItself || donors == 1) return random.NextInt(donors);
        int drawn = random.NextInt(donors - 1);
        return drawn < row ? drawn : drawn + 1;
    }

    // Block 0 holds the rows as they are, block k + 1 with feature k changed.
    private static Column Changed(Column column, int feature, int[] repeated, Table background, int[] donors)
    {
        if (feature < 0) return column.Take(repeated);
        int n = donors.Length, from = (feature + 1) * n;
        return column.Take(repeated[..from]).Append(background[column.Name].Take(donors)).Append(column.Take(repeated[(from + n)..]));
    }
}
