using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using MlopsSandbox.Rendering;
using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>Two files held against each other, as one page that asks the network for nothing. Its size grows with the columns, not with the rows.</summary>
internal static class ComparisonPage
{
    /// <summary>So many columns are drawn; the table has all.</summary>
    private const int MostDrawn = 40;

    /// <summary>The whole page. Pure: the same comparison gives the same bytes.</summary>
    public static string Of(FileComparison comparison)
    {
        ColumnComparison[] drawn = [.. comparison.Columns.Where(column => column.Shares.Count > 0).Take(MostDrawn)];
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Drift of {Svg.Escape(Path.GetFileName(comparison.Current))}</title>
            <style>
            {ReportPage.Style()}</style>
            </head>
            <body>
            <header>
            <p class="kicker">MlopsSandbox · drift</p>
            <h1>{Svg.Escape(ComparisonTable.Headline(comparison))}</h1>
            <p class="lead">{Svg.Escape(Path.GetFileName(comparison.Current))} against the baseline {Svg.Escape(Path.GetFileName(comparison.Baseline))}. {Svg.Escape(string.Join(' ', ComparisonTable.Notes(comparison)))}</p>
            {Overview(comparison)}
            </header>
            <main>
            {Html.Section("columns", "All columns", AllColumns(comparison) + Html.Paragraph(ComparisonTable.Meaning(comparison)))}{string.Concat(drawn.Select((column, number) => Column(comparison, column, number)))}{NotDrawn(comparison, drawn.Length)}{Html.Section("reading", "How to read the figures", Reading(comparison))}
            </main>
            </body>
            </html>

            """;
    }

    private static string Overview(FileComparison comparison)
    {
        int judged = comparison.Columns.Count(column => column.Measure is not null), drifted = comparison.Columns.Count(column => column.Verdict == ColumnVerdict.Drifted);
        (string Name, string Value)[] figures =
        [
            ("drifted", Invariant($"{drifted}")),
            ("tested", Invariant($"{judged}")),
            ("not judged", Invariant($"{comparison.Columns.Count(column => column.Verdict == ColumnVerdict.NotJudged)}")),
            ("chance of any false alarm", Invariant($"below {100 * comparison.Alpha:0.##} %")),
        ];
        return "<dl class=\"figures\">" + string.Concat(figures.Select(figure => $"<div><dt>{Svg.Escape(figure.Name)}</dt><dd>{Svg.Escape(figure.Value)}</dd></div>")) + "</dl>";
    }

    private static string AllColumns(FileComparison comparison) => Html.Table(
        "Columns, those that drifted first",
        ["column", "verdict", "what changed, baseline → current", "test", "score", "alarm from", "p"],
        comparison.Columns.Select(column =>
            (IReadOnlyList<string>)[column.Name, Unbroken(ComparisonTable.Word(column.Verdict)), ComparisonTable.Finding(column), .. ComparisonTable.Figures(column.Measure).Select(Unbroken)]));

    private static string Unbroken(string words) => words.Replace(' ', '\u00a0');

    private static string Column(FileComparison comparison, ColumnComparison column, int number) => Html.Section(
        Invariant($"column-{number}"),
        $"{column.Name}: {ComparisonTable.Word(column.Verdict)}",
        Html.Paragraph($"{ComparisonTable.Finding(column)}.") + Distributions(column) + OverTime(comparison, column) + Html.Paragraph(Test(column)));

    private static string Distributions(ColumnComparison column) => Html.Figure(
        SharesPlot.Draw(column, PlotSize.Wide(SharesPlot.HeightOf(column))).Render("wide"),
        SharesPlot.Draw(column, PlotSize.Narrow(SharesPlot.HeightOf(column))).Render("narrow"),
        column.Kind == "number" ? "Ranges are tenths of the baseline: without drift all bars are about as long." : "The most frequent values of both files.",
        Html.Table($"Shares of {column.Name}", ["value", "baseline", "current"], column.Shares.Select(share => (IReadOnlyList<string>)[share.Label, SharesPlot.Percent(share.Baseline), SharesPlot.Percent(share.Current)])));

    private static string OverTime(FileComparison comparison, ColumnComparison column) => column.Scores.Count(score => score.Rows > 0) < 2 ? "" : Html.Figure(
        ScoresPlot.Draw(column, comparison.Order, PlotSize.Wide(ScoresPlot.Height)).Render("wide"),
        ScoresPlot.Draw(column, comparison.Order, PlotSize.Narrow(ScoresPlot.Height)).Render("narrow"),
        "Each stretch of the current file against the whole baseline. Chance exceeds the dashed line in one of a thousand stretches of that size.",
        Html.Table($"Index of {column.Name}", ["from", "rows", "index", "chance"], column.Scores.Select((score, chunk) =>
            (IReadOnlyList<string>)[ChunkLabel.Of(comparison.Order, chunk), Invariant($"{score.Rows}"), Invariant($"{score.Psi:0.000}"), Invariant($"{score.Chance:0.000}")])));

    private static string Test(ColumnComparison column) => column.Measure is not { } measure ? "" : string.Join(' ',
        [Invariant($"{measure.Test}: {measure.Why}."), Invariant($"Score {Figure(measure.Score)}, alarm from {Figure(measure.Threshold)}; index {Figure(measure.Psi)}, alarm from {Figure(measure.PsiThreshold)}. Judged from {FileComparison.LeastRows} rows on.")]);

    private static string Figure(double value) => double.IsFinite(value) ? value.ToString(value >= 100 ? "N0" : "0.0000", System.Globalization.CultureInfo.InvariantCulture) : "none that can be reached";

    private static string NotDrawn(FileComparison comparison, int drawn) => comparison.Columns.Count(column => column.Shares.Count > 0) is var all && all > drawn
        ? Html.Paragraph(Invariant($"The first {drawn} columns are drawn; the other {all - drawn} that were judged stand in the table above."))
        : "";

    private static string Reading(FileComparison comparison) => Html.Paragraph(ComparisonTable.Meaning(comparison))
        + Html.Paragraph("The budget of false alarms is split evenly over the tested columns (Bonferroni), so many columns make each test more careful.")
        + Html.Paragraph("The index (PSI) is symmetric in the two files' shares, but its bins are the baseline's: tenths of its numbers, or its values. With the files exchanged it is another number. KS and chi-square are the same either way.")
        + Html.Paragraph(Invariant($"Of a number up to {Baseline.LargestSample:N0} values are kept whole; of more, {Baseline.LargestSample:N0} evenly spaced ones stand for all: tests are then as careful as with so many rows. {SketchWords(comparison)}"));

    private static string SketchWords(FileComparison comparison) => comparison.RankError == 0
        ? "Here all were kept while reading."
        : Invariant($"While reading they were summed up by sketches; the share of values below any number is off by at most {100 * comparison.RankError:0.00} % (99 % confidence).");
}
