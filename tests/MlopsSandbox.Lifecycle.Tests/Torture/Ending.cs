namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>What there is to see when a run has ended.</summary>
/// <param name="Remembered">What the catalog remembers.</param>
/// <param name="Told">What the processes wrote down themselves.</param>
/// <param name="Killed">The processes that were killed.</param>
internal sealed record Ending(IReadOnlyList<string> Remembered, IReadOnlyList<Told> Told, IReadOnlySet<int> Killed);
