using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Refuses datasets that are too small to say anything.</summary>
internal static class EnoughRows
{
    /// <summary>
    /// Rows of each class that each split must hold. With 10 positives and many negatives an AUC of 0.8 has a standard error of about 0.08
    /// (Hanley and McNeil, 1982): below that, a good model can't be told from a guess.
    /// </summary>
    public const int OfEachClass = 10;

    /// <summary>
    /// Rows that each split of a regression must hold. The mean absolute error of 20 rows has a standard error of about a sixth of itself where errors
    /// are normal: below that, a good model can't be told from a fair one.
    /// </summary>
    public const int OfNumbers = 20;

    /// <exception cref="StageException">A split has fewer (<c>too-few-rows</c>).</exception>
    public static void Check(PredictionTask task, Dataset dataset, string where)
    {
        if (task == PredictionTask.Regression) CheckNumbers(dataset, where);
        else CheckClasses(dataset, where);
    }

    /// <summary>True when rows of a test can tell a good model from a guess.</summary>
    public static bool AreEnough(PredictionTask task, double[] labels) =>
        task == PredictionTask.Regression ? labels.Length >= OfNumbers : Math.Min(labels.Count(Classes.IsPositive), labels.Count(label => !Classes.IsPositive(label))) >= OfEachClass;

    private static void CheckNumbers(Dataset dataset, string where)
    {
        foreach (Split split in Enum.GetValues<Split>())
        {
            int rows = dataset.Part(split).Count;
            if (rows >= OfNumbers) continue;
            throw new StageException("too-few-rows",
                $"{where}, {rows} are for {split.ToString().ToLowerInvariant()}; expected at least {OfNumbers} in each of train, validation and test, "
                + "as fewer can't tell a good model from a fair one. Bring more rows, or change the shares in scenario.json.");
        }
    }

    private static void CheckClasses(Dataset dataset, string where)
    {
        foreach (Split split in Enum.GetValues<Split>())
        {
            double[] labels = dataset.Part(split).Labels;
            int positives = labels.Count(Classes.IsPositive), negatives = labels.Length - positives;
            if (Math.Min(positives, negatives) >= OfEachClass) continue;
            throw new StageException("too-few-rows",
                $"{where}, {positives} positive and {negatives} negative ones are for {split.ToString().ToLowerInvariant()}; expected at least {OfEachClass} of each "
                + "class in each of train, validation and test, as fewer can't tell a good model from a guess. Bring more rows, or change the shares in scenario.json.");
        }
    }
}
