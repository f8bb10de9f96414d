using System.Globalization;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Currents;
using MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>Both files' rows by value or range, few enough to be drawn whatever the files' size.</summary>
internal static class ColumnShares
{
    private const int MostCategories = 11;
    private const string MissingLabel = "missing";

    /// <summary>By tenths of the baseline.</summary>
    public static IReadOnlyList<ComparedShare> OfNumber(NumberProfile baseline, CurrentColumn current)
    {
        NumberBins bins = new(baseline);
        double all = bins.Baseline.Sum(rows => (double)rows), allNow = current.Profile.Rows;
        int[] now = ((NumberProfile)current.Profile).Values.Aggregate(new int[bins.Count], (counts, value) => Counted(counts, bins.IndexOf(value)));
        NumberProfile profile = (NumberProfile)current.Profile;
        double each = profile.Values.Count == 0 ? 0 : profile.Present / (double)profile.Values.Count;
        double Now(int bin) => bin == bins.MissingBin ? profile.Missing / allNow : bin == bins.UnreadableBin ? profile.Unreadable / allNow : now[bin] * each / allNow;
        return [.. Enumerable.Range(0, bins.Count).Select(bin => new ComparedShare(Label(bins, bin), bins.Baseline[bin] / all, Now(bin)))
            .Where((share, bin) => bin < bins.MissingBin || share.Baseline + share.Current > 0)];
    }

    /// <summary>The most frequent categories of both together; the others as one.</summary>
    public static IReadOnlyList<ComparedShare> OfCategory(CategoryProfile baseline, CategoryProfile current)
    {
        Dictionary<string, (double Baseline, double Current)> shares = new(StringComparer.Ordinal);
        foreach (ValueRows value in baseline.Values) shares[value.Value] = (value.Rows / (double)baseline.Rows, 0);
        foreach (ValueRows value in current.Values) shares[value.Value] = (shares.GetValueOrDefault(value.Value).Baseline, value.Rows / (double)current.Rows);
        ComparedShare[] all = [.. shares.Select(share => new ComparedShare(ColumnSurvey.Shortened(share.Key), share.Value.Baseline, share.Value.Current))
            .OrderByDescending(share => share.Baseline + share.Current).ThenBy(share => share.Label, StringComparer.Ordinal)];
        bool isWhole = baseline.Unlisted + current.Unlisted == 0;
        List<ComparedShare> shown = [.. all.Length <= MostCategories && isWhole ? all : all.Take(MostCategories - 1)];
        ComparedShare[] others = all[shown.Count..];
        if (others.Length > 0 || !isWhole)
        {
            shown.Add(new ComparedShare(
                isWhole ? string.Create(CultureInfo.InvariantCulture, $"{others.Length} others") : "all others",
                others.Sum(share => share.Baseline) + (baseline.Unlisted / (double)baseline.Rows),
                others.Sum(share => share.Current) + (current.Unlisted / (double)current.Rows)));
        }

        if (baseline.Missing + current.Missing > 0) shown.Add(new ComparedShare(MissingLabel, baseline.Missing / (double)baseline.Rows, current.Missing / (double)current.Rows));
        return shown;
    }

    private static int[] Counted(int[] counts, int bin)
    {
        counts[bin]++;
        return counts;
    }

    private static string Label(NumberBins bins, int bin)
    {
        if (bin == bins.MissingBin) return MissingLabel;
        if (bin == bins.UnreadableBin) return "no number";
        IReadOnlyList<double> edges = bins.UpperEdges;
        if (edges.Count == 0) return "all";
        return bin == 0 ? $"to {ColumnFinding.Short(edges[0])}" : bin == edges.Count ? $"over {ColumnFinding.Short(edges[^1])}" : $"{ColumnFinding.Short(edges[bin - 1])} to {ColumnFinding.Short(edges[bin])}";
    }
}
