using System.Globalization;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>How well a feature alone tells the classes apart, and how its values can be bent by a drift.</summary>
/// <param name="Column">The feature.</param>
/// <param name="Separation">0 to 0.5. Numbers: |AUC − 0.5|. Categories: the same for the two categories that differ most, all others tied.</param>
/// <param name="Numbers">Its numbers without the missing ones; empty for categories.</param>
/// <param name="Categories">Its categories, from the one that speaks most for the negative class to the one for the positive; empty for numbers.</param>
internal sealed record FeatureSignal(ColumnSurvey Column, double Separation, double[] Numbers, IReadOnlyList<CategorySignal> Categories)
{
    /// <summary>Measures a feature against the labels of its rows.</summary>
    public static FeatureSignal Of(ColumnSurvey column, bool[] labels) => column.Kind == FeatureKind.Numeric ? OfNumbers(column, labels) : OfCategories(column, labels);

    private static FeatureSignal OfNumbers(ColumnSurvey column, bool[] labels)
    {
        int[] present = [.. Enumerable.Range(0, labels.Length).Where(row => column.Cells[row].Length > 0)];
        double[] numbers = [.. present.Select(row => double.Parse(column.Cells[row], CultureInfo.InvariantCulture))];
        bool[] known = [.. present.Select(row => labels[row])];
        double auc = known.Contains(true) && known.Contains(false) ? RocAuc.Of(numbers, known).Value : 0.5;
        return new FeatureSignal(column, Math.Abs(auc - 0.5), numbers, []);
    }

    private static FeatureSignal OfCategories(ColumnSurvey column, bool[] labels)
    {
        double positives = labels.Count(label => label), negatives = labels.Length - positives;
        CategorySignal[] categories =
        [
            .. column.Cells.Zip(labels).Where(row => row.First.Length > 0).GroupBy(row => row.First, row => row.Second, StringComparer.Ordinal)
                .Select(rows => new CategorySignal(rows.Key, (double)rows.Count() / labels.Length, rows.Count(label => label) / positives, rows.Count(label => !label) / negatives))
                .OrderBy(category => category.AmongPositives / (category.AmongPositives + category.AmongNegatives)).ThenBy(category => category.Value, StringComparer.Ordinal),
        ];
        (CategorySignal Low, CategorySignal High) strongest = StrongestPair(categories);
        // The pair leads the list from both ends, so that the drift can exchange first and last.
        CategorySignal[] ordered = [strongest.Low, .. categories.Except([strongest.Low, strongest.High]), strongest.High];
        return new FeatureSignal(column, strongest.Low.Against(strongest.High), [], ordered);
    }

    private static (CategorySignal Low, CategorySignal High) StrongestPair(CategorySignal[] categories) =>
        (from low in categories from high in categories where low != high select (low, high)).MaxBy(pair => pair.low.Against(pair.high));
}

/// <summary>A category of a feature.</summary>
/// <param name="Value">The category.</param>
/// <param name="Share">Its share of all rows.</param>
/// <param name="AmongPositives">Its share of the positive rows.</param>
/// <param name="AmongNegatives">Its share of the negative rows.</param>
internal sealed record CategorySignal(string Value, double Share, double AmongPositives, double AmongNegatives)
{
    /// <summary>AUC − 0.5 of ordering this category below another while all others are tied: half the difference of the concordant and discordant shares.</summary>
    public double Against(CategorySignal high) => 0.5 * ((AmongNegatives * high.AmongPositives) - (AmongPositives * high.AmongNegatives));

    /// <summary>How much the category alone says about the label, 0 to 0.5.</summary>
    public double Separation => 0.5 * Math.Abs(AmongPositives - AmongNegatives);
}
