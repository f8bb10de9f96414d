using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Says in words how a column changed.</summary>
internal static class ColumnFinding
{
    private const double WorthTelling = 0.005;

    public static string OfNumber(ComparedColumn column)
    {
        double[] before = Present(column.BaselineNumbers), now = Present(column.CurrentNumbers);
        List<string> found = [];
        if (now.Length > 0) found.Add(Means(before, now));
        if (column.Strangers is [var stranger, ..] strangers)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{strangers.Length} cells are no numbers, such as '{ColumnSurvey.Shortened(stranger)}'"));
        return string.Join("; ", found.Concat(Missing(column)));
    }

    public static string OfCategory(ComparedColumn column)
    {
        Dictionary<string, double> before = Shares(column.Baseline), now = Shares(column.Current);
        string largest = before.Keys.Union(now.Keys).Order(StringComparer.Ordinal).MaxBy(value => Math.Abs(now.GetValueOrDefault(value) - before.GetValueOrDefault(value)))!;
        List<string> found = [$"'{ColumnSurvey.Shortened(largest)}' {Percent(before.GetValueOrDefault(largest))} → {Percent(now.GetValueOrDefault(largest))}"];
        string[] unseen = [.. now.Keys.Where(value => !before.ContainsKey(value)).OrderByDescending(value => now[value]).ThenBy(value => value, StringComparer.Ordinal)];
        if (unseen.Length > 0)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{unseen.Length} new {(unseen.Length == 1 ? "value" : "values")}, {(unseen.Length == 1 ? "" : "such as ")}'{ColumnSurvey.Shortened(unseen[0])}', in {Percent(unseen.Sum(value => now[value]))} of the rows"));
        return string.Join("; ", found.Concat(Missing(column)));
    }

    private static string Means(double[] before, double[] now)
    {
        (double mean, double was) = (now.Average(), before.Average());
        double deviation = Math.Sqrt(before.Average(value => (value - was) * (value - was)));
        string change = deviation > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({(mean - was) / deviation:+0.00;−0.00;0.00} sd)") : "";
        return $"mean {Short(was)} → {Short(mean)}{change}";
    }

    private static IEnumerable<string> Missing(ComparedColumn column)
    {
        (double before, double now) = (column.Baseline.Count(cell => cell.Length == 0) / (double)column.Baseline.Length, column.Current.Count(cell => cell.Length == 0) / (double)column.Current.Length);
        if (Math.Abs(now - before) >= WorthTelling) yield return $"missing {Percent(before)} → {Percent(now)}";
    }

    private static Dictionary<string, double> Shares(string[] cells) => cells.Where(cell => cell.Length > 0).GroupBy(cell => cell, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count() / (double)cells.Length, StringComparer.Ordinal);

    /// <summary>A number with about four digits.</summary>
    public static string Short(double value) => Math.Abs(value) is >= 1_000 and < 1e12 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);

    private static double[] Present(double[] values) => [.. values.Where(value => !double.IsNaN(value))];

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
