namespace MlopsSandbox.Workflows.Runner;

/// <summary>An activity that faulted, and that nobody has had retried.</summary>
/// <param name="Activity">Its execution, to be run again by <see cref="RetryRequested"/>.</param>
/// <param name="Message">What was wrong, for people.</param>
public sealed record Incident(ScheduledActivity Activity, string Message);
