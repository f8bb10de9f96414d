using System.Globalization;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>How well a feature alone tells the classes apart, and what its values are.</summary>
/// <param name="Column">The feature.</param>
/// <param name="Separation">|AUC − 0.5| of its number, or of its category's positive rate; 0 to 0.5.</param>
/// <param name="Numbers">By row, NaN for a missing one; empty for categories.</param>
/// <param name="Categories">Its categories, the lowest positive rate first; empty for numbers.</param>
internal sealed record FeatureSignal(ColumnSurvey Column, double Separation, double[] Numbers, IReadOnlyList<CategorySignal> Categories)
{
    private const double SmallestShareRanked = 0.02;
    private const int MostCategoriesRanked = 20;

    /// <summary>The feature's name.</summary>
    public string Name => Column.Name;
    /// <summary>True for a column of numbers.</summary>
    public bool IsNumeric => Numbers.Length > 0;
    /// <summary>Its numbers without the missing ones.</summary>
    public double[] Present => [.. Numbers.Where(double.IsFinite)];

    /// <summary>Measures a feature against the labels of its rows.</summary>
    public static FeatureSignal Of(ColumnSurvey column, bool[] labels) => column.Kind == FeatureKind.Numeric ? OfNumbers(column, labels) : OfCategories(column, labels);

    /// <summary>|r| of Pearson over rows in which both have a number; 0 where it is not defined.</summary>
    public double CorrelationWith(FeatureSignal other)
    {
        (double X, double Y)[] both = [.. Numbers.Zip(other.Numbers).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))];
        if (both.Length < 3) return 0;
        double x = both.Average(pair => pair.X), y = both.Average(pair => pair.Y);
        double variances = both.Sum(pair => (pair.X - x) * (pair.X - x)) * both.Sum(pair => (pair.Y - y) * (pair.Y - y));
        return variances > 0 ? Math.Abs(both.Sum(pair => (pair.X - x) * (pair.Y - y))) / Math.Sqrt(variances) : 0;
    }

    private static FeatureSignal OfNumbers(ColumnSurvey column, bool[] labels)
    {
        double[] numbers = [.. column.Cells.Select(cell => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture))];
        return new FeatureSignal(column, SeparationOf(numbers, labels), numbers, []);
    }

    private static FeatureSignal OfCategories(ColumnSurvey column, bool[] labels)
    {
        CategorySignal[] categories =
        [
            .. column.Cells.Zip(labels).Where(row => row.First.Length > 0).GroupBy(row => row.First, row => row.Second, StringComparer.Ordinal)
                .Select(rows => new CategorySignal(rows.Key, (double)rows.Count() / labels.Length, rows.Count(label => label) / (double)rows.Count()))
                .OrderBy(category => category.PositiveRate).ThenBy(category => category.Value, StringComparer.Ordinal),
        ];
        Dictionary<string, double> rates = categories.Where(category => category.Share >= SmallestShareRanked).ToDictionary(category => category.Value, category => category.PositiveRate);
        double[] rateByRow = [.. column.Cells.Select(cell => rates.GetValueOrDefault(cell, double.NaN))];
        return new FeatureSignal(column, categories.Length > MostCategoriesRanked ? 0 : SeparationOf(rateByRow, labels), [], categories);
    }

    private static double SeparationOf(double[] values, bool[] labels)
    {
        int[] known = [.. Enumerable.Range(0, values.Length).Where(row => double.IsFinite(values[row]))];
        bool[] itsLabels = [.. known.Select(row => labels[row])];
        return itsLabels.Contains(true) && itsLabels.Contains(false) ? Math.Abs(RocAuc.Of([.. known.Select(row => values[row])], itsLabels).Value - 0.5) : 0;
    }
}
