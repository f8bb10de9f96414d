namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>An activity that faulted, in the shape in which it is shown.</summary>
/// <param name="ActivityId">The activity's id in the definition.</param>
/// <param name="Type">Its type.</param>
/// <param name="Message">What was wrong, for people.</param>
/// <param name="RaisedAt">Wall time of the fault.</param>
/// <param name="ResolvedAt">Wall time at which it was retried; null when it was not.</param>
public sealed record IncidentRow(string ActivityId, string Type, string Message, DateTimeOffset RaisedAt, DateTimeOffset? ResolvedAt);
