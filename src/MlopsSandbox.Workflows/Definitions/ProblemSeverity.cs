namespace MlopsSandbox.Workflows.Definitions;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>The definition walks, perhaps not as meant.</summary>
    Warning,
    /// <summary>The definition is refused.</summary>
    Error,
}
