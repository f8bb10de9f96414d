namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>An alarm about the serving deployment that no new deployment has answered yet.</summary>
/// <param name="ReportId">Id of the report that raised it; null when it is this check's own.</param>
/// <param name="RaisedAt">Simulated time of that check.</param>
/// <param name="What">What alarmed, for people, such as <c>monthly_charges</c>.</param>
/// <param name="ChangedAt">Estimated simulated time of the change.</param>
/// <param name="LabelsAtLastTry">Labels from after the change that the last retrain learned from, which was rejected; null when none was tried.</param>
public sealed record OpenAlarm(string? ReportId, DateTimeOffset RaisedAt, string What, DateTimeOffset ChangedAt, int? LabelsAtLastTry);
