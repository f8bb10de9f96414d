using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Web.Monitor;

namespace MlopsSandbox.Shapes;

/// <summary>A check of an endpoint in short.</summary>
/// <param name="Id">Its drift report's id, such as <c>drift-0012</c>.</param>
/// <param name="SimulatedAt">Simulated time of the check.</param>
/// <param name="WindowStart">Simulated begin of the window.</param>
/// <param name="WindowEnd">Simulated end of the window.</param>
/// <param name="Rows">Requests in it.</param>
/// <param name="Drifted">True when anything alarmed.</param>
/// <param name="Severity">The largest drift against what alarms, from 1 on it does; null when nothing was judged.</param>
/// <param name="Alarmed">What alarmed.</param>
/// <param name="RunId">The run that made it.</param>
internal sealed record CheckShape(string Id, DateTimeOffset SimulatedAt, DateTimeOffset WindowStart, DateTimeOffset WindowEnd, int Rows, bool Drifted, double? Severity, IReadOnlyList<string> Alarmed, string RunId)
{
    /// <summary>The check as lists show it.</summary>
    public static CheckShape Of(DriftReportRow row) => Of(CheckReport.Of(row));

    /// <summary>The check as lists show it.</summary>
    public static CheckShape Of(CheckReport report) => new(
        report.Id, report.At, report.WindowStart, report.WindowEnd, report.Rows, report.Drifted, report.Worst?.Severity, [.. report.Measures.Where(measure => measure.Drifted).Select(measure => measure.Name)], report.RunId);
}

/// <summary>A check of an endpoint with its report.</summary>
/// <param name="Id">Its drift report's id, such as <c>drift-0012</c>.</param>
/// <param name="SimulatedAt">Simulated time of the check.</param>
/// <param name="RunId">The run that made it.</param>
/// <param name="Report">The whole drift report, as it was written.</param>
internal sealed record CheckDetailShape(string Id, DateTimeOffset SimulatedAt, string RunId, JsonElement Report)
{
    /// <summary>The check shown alone.</summary>
    public static CheckDetailShape Of(DriftReportRow row) => new(row.Id, row.At, row.RunId, row.Report);
}
