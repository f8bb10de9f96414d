using System.Globalization;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Comparison;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>Two files held against each other: every column, those that drifted first.</summary>
internal static class ComparisonTable
{
    /// <summary>Draws the columns, and says what the verdicts mean.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="comparison">The files.</param>
    /// <param name="report">The page that was written; null for none.</param>
    /// <param name="took">How long it took.</param>
    public static void Draw(IAnsiConsole screen, FileComparison comparison, string? report, ComparisonTime took)
    {
        screen.WriteLine(Headline(comparison));
        Table table = Tables.Of("column", "verdict", "test", ">score", ">p", "what changed, baseline → current");
        foreach (ColumnComparison column in comparison.Columns)
            table.AddRow([new Text(column.Name), Verdict(column.Verdict), .. Cells(column.Measure).Select(cell => new Text(cell)), new Text(Finding(column))]);
        screen.Write(table);
        if (comparison.Columns.Any(column => column.Verdict != ColumnVerdict.NotJudged)) screen.WriteLine(Meaning(comparison));
        foreach (string note in Notes(comparison)) screen.WriteLine(note);
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Read in {took.Reading.TotalSeconds:0.00} s, compared in {took.Comparing.TotalSeconds:0.00} s."));
        if (report is not null) screen.WriteLine($"{report}: the distributions side by side.");
    }

    /// <summary>The result in one sentence.</summary>
    public static string Headline(FileComparison comparison)
    {
        int drifted = comparison.Columns.Count(column => column.Verdict == ColumnVerdict.Drifted), judged = comparison.Columns.Count(column => column.Verdict != ColumnVerdict.NotJudged);
        string rows = $"{Rendering.Figures.Count(comparison.BaselineRows)} {(comparison.BaselineRows == 1 ? "row" : "rows")} against {Rendering.Figures.Count(comparison.CurrentRows)}";
        return judged == 0
            ? $"No column could be judged ({rows})."
            : string.Create(CultureInfo.InvariantCulture, $"{drifted} of {judged} {(judged == 1 ? "column" : "columns")} drifted ({rows}).");
    }

    /// <summary>How sure the verdicts are.</summary>
    public static string Meaning(FileComparison comparison) => string.Create(CultureInfo.InvariantCulture,
        $"A column drifted when its test is significant and its population stability index is beyond chance for these numbers of rows; if nothing changed, the chance of any alarm is below {100 * comparison.Alpha:0.##} %. 'not found' is no proof that nothing changed.");

    /// <summary>What changed, and since when.</summary>
    public static string Finding(ColumnComparison column) => column switch
    {
        { Since: { } since } => $"{column.Finding}; {since.Words}",
        { Verdict: ColumnVerdict.Drifted, Scores.Count: > 1 } => $"{column.Finding}; throughout the current file",
        _ => column.Finding,
    };

    /// <summary>What people should know besides, a sentence each.</summary>
    public static IEnumerable<string> Notes(FileComparison comparison)
    {
        if (comparison.Order.Column is { } column) yield return $"Times are those of column '{column}' of the current file.";
        if (comparison.Order.Timeless > 0)
            yield return $"{Rendering.Figures.Count(comparison.Order.Timeless)} rows have no time that can be read; they count in everything but scores over time.";
        foreach (string note in comparison.Notes) yield return note;
    }

    /// <summary>A verdict in words.</summary>
    public static string Word(ColumnVerdict verdict) => verdict switch
    {
        ColumnVerdict.Drifted => "drifted",
        ColumnVerdict.NotFound => "not found",
        _ => "not judged",
    };

    /// <summary>Test, score, threshold and p of a column; empty texts where no test was made.</summary>
    public static string[] Figures(DriftMeasure? measure) => measure is null ? ["", "", "", ""] : [measure.Test, Short(measure.Score), Short(measure.Threshold), Probability(measure.P)];

    // The thresholds stand in the page and in the JSON: a terminal is narrow.
    private static string[] Cells(DriftMeasure? measure) => Figures(measure) is [var test, var score, _, var p] ? [test, score, p] : [];

    private static Text Verdict(ColumnVerdict verdict) => new(Word(verdict), new Style(verdict switch
    {
        ColumnVerdict.Drifted => Color.Red,
        ColumnVerdict.NotFound => Color.Green,
        _ => Color.Grey,
    }));

    private static string Short(double value) => double.IsFinite(value) ? value.ToString(value >= 100 ? "N0" : "0.000", CultureInfo.InvariantCulture) : "–";

    private static string Probability(double p) => p < 0.0001 ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}

/// <summary>How long a comparison took.</summary>
/// <param name="Reading">Both files.</param>
/// <param name="Comparing">Of what was kept of them.</param>
internal sealed record ComparisonTime(TimeSpan Reading, TimeSpan Comparing);
