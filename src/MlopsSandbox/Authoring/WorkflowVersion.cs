namespace MlopsSandbox.Authoring;

/// <summary>A version of a workflow: as a file has it, as the catalog keeps it, or both.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Revision">Which content under that number, from 1; null when the catalog does not keep it.</param>
/// <param name="Hash">SHA-256 of its canonical JSON.</param>
/// <param name="File">The file that has it; null when only the catalog does.</param>
/// <param name="KeptAt">Wall time since which the catalog keeps it; null when it does not.</param>
/// <param name="Runs">Runs that are pinned to it.</param>
/// <param name="IsCurrent">True for the one that new runs take.</param>
public sealed record WorkflowVersion(int Version, int? Revision, string Hash, string? File, DateTimeOffset? KeptAt, long Runs, bool IsCurrent);
