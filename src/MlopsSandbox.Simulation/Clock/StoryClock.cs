using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Simulation.Clock;

/// <summary>A story's simulated time: what its row in the catalog says, in every process alike. Only the story's driver moves it.</summary>
public sealed class StoryClock(CatalogStore catalog, string storyId) : TimeProvider
{
    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    public override DateTimeOffset GetUtcNow() =>
        catalog.Read(tx => tx.Stories.Find(storyId))?.SimulatedAt ?? throw new KeyNotFoundException($"there is no story '{storyId}'.");
}
