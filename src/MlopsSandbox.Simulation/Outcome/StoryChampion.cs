namespace MlopsSandbox.Simulation.Outcome;

/// <summary>A model version that serves.</summary>
/// <param name="FromDay">The first day that it serves; it may be still to come.</param>
/// <param name="Version">Its number in the registry.</param>
/// <param name="RunId">The run that deployed it.</param>
public sealed record StoryChampion(int FromDay, int Version, string RunId);
