namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>The policy's choice with its grounds.</summary>
/// <param name="Choice">What to do.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="AlarmReport">Id of the earlier report that is answered; null when it is this check's own, or none.</param>
/// <param name="ChangedAt">Estimated simulated time of the change; null when nothing is open.</param>
public sealed record RetrainDecision(RetrainChoice Choice, string Reason, string? AlarmReport, DateTimeOffset? ChangedAt);
