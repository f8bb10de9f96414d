using System.Globalization;
using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Web.Runs.Previews;

/// <summary>Columns of a dataset in words.</summary>
internal static class ProfileText
{
    private const int MostValues = 3;

    /// <summary>Of numbers the mean and the range, of categories the most frequent ones with their shares.</summary>
    public static string Of(ColumnProfile column, int rows) => column switch
    {
        NumericProfile { Mean: { } mean, Quantiles: [var least, _, var median, _, var most] } => $"mean {Number(mean)}, median {Number(median)}, from {Number(least)} to {Number(most)}",
        CategoricalProfile { Distinct: > 0 } categories => string.Join(", ", categories.Top.Take(MostValues).Select(value => FormattableString.Invariant($"{value.Value} {(double)value.Rows / rows:0%}")))
            + (categories.Distinct > MostValues ? $" and {categories.Distinct - MostValues} more" : ""),
        _ => "no value",
    };

    /// <summary>One cell; a dash where nothing is.</summary>
    public static string Cell(Column column, int row) => column switch
    {
        NumericColumn numbers when !double.IsNaN(numbers.Values[row]) => Number(numbers.Values[row]),
        CategoricalColumn texts => texts.Values[row] ?? "–",
        _ => "–",
    };

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0.##" : "G5", CultureInfo.InvariantCulture);
}
