namespace MlopsSandbox.Simulation.Outcome;

/// <summary>What a check found, in short.</summary>
/// <param name="ReportId">Its drift report.</param>
/// <param name="Severity">The largest drift that was measured, against what would alarm: from 1 on it alarms; null when nothing could be judged.</param>
/// <param name="Alarmed">Features, predictions or quality that alarmed, the most telling first.</param>
public sealed record StoryCheck(string ReportId, double? Severity, IReadOnlyList<string> Alarmed);
