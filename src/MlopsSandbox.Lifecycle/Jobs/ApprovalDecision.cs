namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What a person decided.</summary>
/// <param name="IsApproved">True to approve, false to reject.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record ApprovalDecision(bool IsApproved, string By, string Reason);
