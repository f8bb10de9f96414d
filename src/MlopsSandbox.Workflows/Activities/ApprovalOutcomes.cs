namespace MlopsSandbox.Workflows.Activities;

/// <summary>The ports that an approval leaves by.</summary>
public static class ApprovalOutcomes
{
    /// <summary>A person agreed.</summary>
    public const string Approved = nameof(Approved);
    /// <summary>A person refused.</summary>
    public const string Rejected = nameof(Rejected);
}
