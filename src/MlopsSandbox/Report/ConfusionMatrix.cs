using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>A confusion matrix as a table whose cells are shaded by their share of all rows.</summary>
internal static class ConfusionMatrix
{
    public static string Of(ChampionReport champion)
    {
        ConfusionCounts counts = champion.Confusion!;
        int all = counts.TruePositives + counts.FalsePositives + counts.FalseNegatives + counts.TrueNegatives;
        return Invariant($"<table class=\"matrix\"><caption>Version {champion.Version} at threshold {counts.Threshold:0.00}, {all} rows</caption>")
            + "<thead><tr><td></td><th scope=\"col\">predicted yes</th><th scope=\"col\">predicted no</th></tr></thead><tbody>"
            + $"<tr><th scope=\"row\">truly yes</th>{Cell(counts.TruePositives, all, "right", "found")}{Cell(counts.FalseNegatives, all, "wrong", "missed")}</tr>"
            + $"<tr><th scope=\"row\">truly no</th>{Cell(counts.FalsePositives, all, "wrong", "false alarm")}{Cell(counts.TrueNegatives, all, "right", "left alone")}</tr></tbody></table>\n";
    }

    private static string Cell(int count, int all, string kind, string name)
    {
        double share = all == 0 ? 0 : (double)count / all;
        return Invariant($"<td class=\"{kind}\" style=\"--share:{share:0.00}\"><b>{count}</b><small>{name}, {share:0.0%}</small></td>");
    }
}
