namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Where a question to people stands.</summary>
public enum ApprovalStatus
{
    /// <summary>Nobody has decided.</summary>
    Pending,
    /// <summary>Somebody agreed.</summary>
    Approved,
    /// <summary>Somebody refused.</summary>
    Rejected,
    /// <summary>No longer asked: the run ended, or went another way.</summary>
    Withdrawn,
}
