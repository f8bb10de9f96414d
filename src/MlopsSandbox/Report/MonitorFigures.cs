using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Clock;

namespace MlopsSandbox.Report;

/// <summary>Gathers what the monitors said over a story's checks.</summary>
internal static class MonitorFigures
{
    private sealed record Said(string Monitor, string Subject, int Day, bool Found, string? NotJudged, string Text);

    /// <summary>A line for each thing that was looked at, those that were found first, in the order of the reports. Reports of before there were monitors add nothing.</summary>
    public static IReadOnlyList<MonitorLine> Of(StoryCalendar calendar, IReadOnlyList<DriftReportRow> reports) =>
    [
        .. reports.SelectMany(report => SaidIn(calendar, report))
            .GroupBy(said => (said.Monitor, said.Subject))
            .Select(same => LineOf([.. same]))
            .OrderByDescending(line => line.FoundDays.Count > 0),
    ];

    private static MonitorLine LineOf(Said[] said)
    {
        Said told = said.FirstOrDefault(one => one.Found) ?? said.LastOrDefault(one => one.NotJudged is null) ?? said[^1];
        return new MonitorLine(told.Monitor, told.Subject, said.Count(one => one.NotJudged is null), [.. said.Where(one => one.Found).Select(one => one.Day)], told.NotJudged ?? told.Text);
    }

    private static IEnumerable<Said> SaidIn(StoryCalendar calendar, DriftReportRow report)
    {
        if (!report.Report.TryGetProperty("monitors", out JsonElement monitors)) yield break;
        int day = calendar.DayOfCheck(report.At);
        foreach (JsonElement monitor in monitors.EnumerateArray())
        {
            string name = InWords(monitor.GetProperty("monitor").GetString()!);
            JsonElement findings = monitor.GetProperty("findings");
            if (findings.GetArrayLength() == 0) yield return new Said(name, "everything", day, Found: false, monitor.GetProperty("notJudged").GetString(), "Nothing out of the ordinary.");
            foreach (JsonElement finding in findings.EnumerateArray())
            {
                yield return new Said(name, $"{finding.GetProperty("subject").GetString()}: {finding.GetProperty("measure").GetString()}", day,
                    finding.GetProperty("found").GetBoolean(), finding.GetProperty("notJudged").GetString(), finding.GetProperty("text").GetString()!);
            }
        }
    }

    // dataQuality becomes data quality.
    private static string InWords(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
