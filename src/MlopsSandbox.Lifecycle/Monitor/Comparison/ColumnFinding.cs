using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Says in words how a column changed.</summary>
internal static class ColumnFinding
{
    private const double WorthTelling = 0.005;

    public static string OfNumber(NumberProfile before, NumberProfile now)
    {
        List<string> found = [];
        if (now.Present > 0) found.Add(Means(before, now));
        if (now.Unreadable > 0 || before.Unreadable > 0) found.Add(Strangers(before, now));
        return string.Join("; ", found.Concat(Missing(before, now)));
    }

    public static string OfCategory(CategoryProfile before, CategoryProfile now)
    {
        Dictionary<string, double> was = Shares(before), isNow = Shares(now);
        bool isWhole = before.Unlisted + now.Unlisted == 0;
        List<string> found = [];
        string? largest = was.Keys.Union(isNow.Keys).Order(StringComparer.Ordinal).MaxBy(value => Math.Abs(isNow.GetValueOrDefault(value) - was.GetValueOrDefault(value)));
        if (largest is not null) found.Add($"'{ColumnSurvey.Shortened(largest)}' {Percent(was.GetValueOrDefault(largest))} → {Percent(isNow.GetValueOrDefault(largest))}");
        string[] unseen = [.. isNow.Keys.Where(value => !was.ContainsKey(value)).OrderByDescending(value => isNow[value]).ThenBy(value => value, StringComparer.Ordinal)];
        if (isWhole && unseen.Length > 0) found.Add(Unseen(unseen, unseen.Sum(value => isNow[value])));
        return string.Join("; ", found.Concat(Missing(before, now)));
    }

    /// <summary>A number with about four digits.</summary>
    public static string Short(double value) => Math.Abs(value) is >= 1_000 and < 1e12 ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Means(NumberProfile before, NumberProfile now)
    {
        double steps = (now.Mean - before.Mean) / before.Deviation;
        string change = before.Deviation > 0 && double.IsFinite(steps) ? string.Create(CultureInfo.InvariantCulture, $" ({steps:+0.00;−0.00;0.00} sd)") : "";
        return $"mean {Short(before.Mean)} → {Short(now.Mean)}{change}";
    }

    private static string Strangers(NumberProfile before, NumberProfile now)
    {
        string such = now.Stranger ?? before.Stranger ?? "";
        return before.Unreadable == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{now.Unreadable} {(now.Unreadable == 1 ? "cell is no number" : "cells are no numbers")}, such as '{ColumnSurvey.Shortened(such)}'")
            : $"cells that are no numbers, such as '{ColumnSurvey.Shortened(such)}', {Percent(before.Unreadable / (double)before.Rows)} → {Percent(now.Unreadable / (double)now.Rows)}";
    }

    private static string Unseen(string[] unseen, double share)
    {
        string such = ColumnSurvey.Shortened(unseen[0]);
        return unseen.Length == 1
            ? $"1 new value, '{such}', in {Percent(share)} of the rows"
            : string.Create(CultureInfo.InvariantCulture, $"{unseen.Length} new values, such as '{such}', in {Percent(share)} of the rows");
    }

    private static IEnumerable<string> Missing(ColumnProfile baseline, ColumnProfile current)
    {
        (double before, double now) = (baseline.Missing / (double)baseline.Rows, current.Missing / (double)current.Rows);
        if (Math.Abs(now - before) >= WorthTelling) yield return $"missing {Percent(before)} → {Percent(now)}";
    }

    private static Dictionary<string, double> Shares(CategoryProfile column) => column.Values.ToDictionary(value => value.Value, value => value.Rows / (double)column.Rows, StringComparer.Ordinal);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");
}
