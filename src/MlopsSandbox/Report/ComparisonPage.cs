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
            <p class="lead">{Svg.Escape(Path.GetFileName(comparison.Current))} against the baseline {Svg.Escape(Path.GetFileName(comparison.Baseline))}.</p>
            </header>
            <main>
            {Html.Section("columns", "All columns", AllColumns(comparison) + Html.Paragraph(ComparisonTable.Meaning(comparison)))}{string.Concat(drawn.Select(Column))}
            </main>
            </body>
            </html>

            """;
    }

    private static string AllColumns(FileComparison comparison) => Html.Table(
        "Columns, those that drifted first",
        ["column", "verdict", "what changed, baseline → current", "test", "score", "alarm from", "p"],
        comparison.Columns.Select(column =>
            (IReadOnlyList<string>)[column.Name, Unbroken(ComparisonTable.Word(column.Verdict)), column.Finding, .. ComparisonTable.Figures(column.Measure).Select(Unbroken)]));

    private static string Unbroken(string words) => words.Replace(' ', '\u00a0');

    private static string Column(ColumnComparison column, int number) => Html.Section(Invariant($"column-{number}"), $"{column.Name}: {ComparisonTable.Word(column.Verdict)}", Html.Figure(
        SharesPlot.Draw(column, PlotSize.Wide(SharesPlot.HeightOf(column))).Render("wide"),
        SharesPlot.Draw(column, PlotSize.Narrow(SharesPlot.HeightOf(column))).Render("narrow"),
        $"{column.Finding}.{(column.Kind == "number" ? " Ranges are tenths of the baseline: without drift all bars are about as long." : "")}",
        Html.Table($"Shares of {column.Name}", ["value", "baseline", "current"], column.Shares.Select(share => (IReadOnlyList<string>)[share.Label, SharesPlot.Percent(share.Baseline), SharesPlot.Percent(share.Current)]))));
}
