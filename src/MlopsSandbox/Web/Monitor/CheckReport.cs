using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Web.Monitor;

/// <summary>A drift report as it was written, with nothing judged anew: reports of before there were monitors, or verdicts, have none.</summary>
/// <param name="Id">Such as <c>drift-0012</c>.</param>
/// <param name="At">Simulated time of the check.</param>
/// <param name="RunId">The run that made it.</param>
public sealed record CheckReport(string Id, DateTimeOffset At, string RunId)
{
    /// <summary>Simulated begin of the window.</summary>
    public required DateTimeOffset WindowStart { get; init; }
    /// <summary>Simulated end of the window.</summary>
    public required DateTimeOffset WindowEnd { get; init; }
    /// <summary>Requests in it.</summary>
    public required int Rows { get; init; }
    /// <summary>True when anything alarmed.</summary>
    public required bool Drifted { get; init; }
    /// <summary>Features, predictions and quality, those that alarm first.</summary>
    public required IReadOnlyList<CheckMeasure> Measures { get; init; }
    /// <summary>Quality on labels.</summary>
    public required CheckQuality Quality { get; init; }
    /// <summary>The other monitors.</summary>
    public required IReadOnlyList<CheckMonitor> Monitors { get; init; }
    /// <summary>What was not judged and why, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The measure that is furthest beyond its thresholds, or nearest to them; null when nothing was judged.</summary>
    public CheckMeasure? Worst => Measures.Where(measure => measure.Severity is not null).MaxBy(measure => measure.Severity);

    /// <summary>How many measures alarmed.</summary>
    public int Alarms => Measures.Count(measure => measure.Drifted);

    /// <summary>Monitors that found something.</summary>
    public IEnumerable<CheckMonitor> Finding => Monitors.Where(monitor => monitor.Verdict == "found");

    /// <summary>The measure of that name, or null.</summary>
    public CheckMeasure? Of(string? name) => Measures.FirstOrDefault(measure => measure.Name == name);

    /// <summary>The check in one sentence.</summary>
    public string Headline => (Rows, Drifted, Worst) switch
    {
        (0, false, _) => "The window has no requests yet, so that nothing was judged.",
        (_, true, { } worst) => FormattableString.Invariant($"{Alarms} of {Measures.Count} things drifted, {WordsOf(worst.Name)} most: {worst.Severity:0.0} times what alarms."),
        (_, _, { } worst) => FormattableString.Invariant($"No drift in {Measures.Count} things; {WordsOf(worst.Name)} came nearest, at {100 * worst.Severity:0} % of what alarms."),
        _ => "Nothing could be judged.",
    };

    /// <summary>Reads a report.</summary>
    internal static CheckReport Of(DriftReportRow row)
    {
        Written written = row.Report.Deserialize<Written>(CatalogJson.Options)!;
        return new CheckReport(row.Id, row.At, row.RunId)
        {
            WindowStart = written.WindowStart,
            WindowEnd = written.WindowEnd,
            Rows = written.Rows,
            Drifted = row.Drifted,
            Measures = written.Features ?? [],
            Quality = CheckQuality.Of(written.Quality),
            Monitors = written.Monitors ?? [],
            Notes = written.Notes ?? [],
        };
    }

    /// <summary>A name of a measure in words: <c>monthly_charges</c> is monthly charges.</summary>
    internal static string WordsOf(string name) => name switch
    {
        "prediction" => "the scores",
        "quality" => "the quality",
        _ => name.Replace('_', ' '),
    };

    private sealed record Written(DateTimeOffset WindowStart, DateTimeOffset WindowEnd, int Rows, CheckMeasure[]? Features, JsonElement Quality, CheckMonitor[]? Monitors, string[]? Notes);
}
