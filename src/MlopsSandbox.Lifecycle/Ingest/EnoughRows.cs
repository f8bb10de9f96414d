using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Refuses datasets that are too small to say anything.</summary>
internal static class EnoughRows
{
    /// <summary>
    /// Rows of each class that each split must hold. With 10 positives and many negatives an AUC of 0.8 has a standard error of about 0.08
    /// (Hanley and McNeil, 1982): below that, a good model can't be told from a guess.
    /// </summary>
    public const int OfEachClass = 10;

    /// <exception cref="StageException">A split has fewer (<c>too-few-rows</c>).</exception>
    public static void Check(Dataset dataset, string where)
    {
        foreach (Split split in Enum.GetValues<Split>())
        {
            bool[] labels = dataset.Part(split).Labels;
            int positives = labels.Count(label => label), negatives = labels.Length - positives;
            if (Math.Min(positives, negatives) >= OfEachClass) continue;
            throw new StageException("too-few-rows",
                $"{where}, {positives} positive and {negatives} negative ones are for {split.ToString().ToLowerInvariant()}; expected at least {OfEachClass} of each "
                + "class in each of train, validation and test, as fewer can't tell a good model from a guess. Bring more rows, or change the shares in scenario.json.");
        }
    }
}
