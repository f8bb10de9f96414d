using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Both files' rows by value or range, few enough to be drawn whatever the files' size.</summary>
internal static class ColumnShares
{
    private const int MostCategories = 11;
    private const string MissingLabel = "missing";

    /// <summary>By tenths of the baseline.</summary>
    public static IReadOnlyList<ComparedShare> OfNumber(ComparedColumn column)
    {
        double[] before = column.BaselineNumbers, now = column.CurrentNumbers;
        QuantileBins bins = QuantileBins.Of([.. before.Where(value => !double.IsNaN(value)).Order()]);
        int[] was = bins.CountsOf(before), isNow = bins.CountsOf(now);
        return [.. Enumerable.Range(0, bins.Count).Select(bin => new ComparedShare(Label(bins, bin), was[bin] / (double)before.Length, isNow[bin] / (double)now.Length))
            .Where(share => share.Label != MissingLabel || share.Baseline + share.Current > 0)];
    }

    /// <summary>The most frequent categories of both together; the others as one.</summary>
    public static IReadOnlyList<ComparedShare> OfCategory(ComparedColumn column)
    {
        Dictionary<string, (int Baseline, int Current)> counts = new(StringComparer.Ordinal);
        foreach (string cell in column.Baseline) counts[cell] = counts.GetValueOrDefault(cell) is var count ? (count.Baseline + 1, count.Current) : default;
        foreach (string cell in column.Current) counts[cell] = counts.GetValueOrDefault(cell) is var count ? (count.Baseline, count.Current + 1) : default;
        ComparedShare[] all = [.. counts.Where(count => count.Key.Length > 0)
            .Select(count => new ComparedShare(ColumnSurvey.Shortened(count.Key), count.Value.Baseline / (double)column.Baseline.Length, count.Value.Current / (double)column.Current.Length))
            .OrderByDescending(share => share.Baseline + share.Current).ThenBy(share => share.Label, StringComparer.Ordinal)];
        List<ComparedShare> shown = [.. all.Length <= MostCategories ? all : all.Take(MostCategories - 1)];
        if (shown.Count < all.Length)
        {
            ComparedShare[] others = all[shown.Count..];
            shown.Add(new ComparedShare(string.Create(CultureInfo.InvariantCulture, $"{others.Length} others"), others.Sum(share => share.Baseline), others.Sum(share => share.Current)));
        }

        if (counts.TryGetValue("", out var missing)) shown.Add(new ComparedShare(MissingLabel, missing.Baseline / (double)column.Baseline.Length, missing.Current / (double)column.Current.Length));
        return shown;
    }

    private static string Label(QuantileBins bins, int bin)
    {
        if (bin == bins.Count - 1) return MissingLabel;
        IReadOnlyList<double> edges = bins.UpperEdges;
        if (edges.Count == 0) return "all";
        return bin == 0 ? $"to {ColumnFinding.Short(edges[0])}" : bin == edges.Count ? $"over {ColumnFinding.Short(edges[^1])}" : $"{ColumnFinding.Short(edges[bin - 1])} to {ColumnFinding.Short(edges[bin])}";
    }
}
