namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What a measure says, all its figures together.</summary>
public enum DriftVerdict
{
    /// <summary>Changed by more than chance explains, and by enough to matter.</summary>
    Drifted,
    /// <summary>Changed by more than chance explains, but too few rows have moved to matter.</summary>
    TooSmall,
    /// <summary>Nothing was found; that is no proof that nothing changed.</summary>
    NotFound,
    /// <summary>There was nothing that a test could be made of; the reason is said.</summary>
    NotJudged,
}
