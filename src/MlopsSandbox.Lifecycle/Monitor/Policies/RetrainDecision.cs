namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>The policy's choice with its grounds.</summary>
/// <param name="Choice">What to do.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="AlarmReport">Id of the earlier report that is answered; null when it is this check's own, or none.</param>
/// <param name="ChangedAt">Estimated simulated time of the change; null when nothing is open, or no rule fires.</param>
public sealed record RetrainDecision(RetrainChoice Choice, string Reason, string? AlarmReport, DateTimeOffset? ChangedAt)
{
    /// <summary>The rule that fired, such as <c>drift</c>; null when none did.</summary>
    public string? Rule { get; init; }

    /// <summary>What held the retrain back, such as <c>cooldown</c>; null when nothing did.</summary>
    public string? Guardrail { get; init; }

    /// <summary>What a retrain learns from; null when no rule fires.</summary>
    public SelectedData? Data { get; init; }

    /// <summary>True when the retrain asks a person before it deploys.</summary>
    public bool AsksApproval { get; init; }
}
