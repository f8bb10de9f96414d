namespace MlopsSandbox.Workflows.Editing;

/// <summary>How something differs between two versions.</summary>
public enum ChangeKind
{
    /// <summary>Only the later one has it.</summary>
    Added,
    /// <summary>Only the earlier one has it.</summary>
    Removed,
    /// <summary>Both have it, not alike.</summary>
    Changed,
}
