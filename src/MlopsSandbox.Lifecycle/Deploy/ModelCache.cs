using System.Collections.Concurrent;
using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Deploy;

/// <summary>Model packages in memory, loaded once each. A cache only: the artifact is the truth. Safe for several threads.</summary>
public sealed class ModelCache(ArtifactStore artifacts)
{
    private readonly ConcurrentDictionary<ContentHash, ModelPackage> _packages = new();

    /// <summary>The package of this hash.</summary>
    /// <exception cref="IOException">The store has no such artifact.</exception>
    /// <exception cref="FormatException">It is not a model package.</exception>
    public ModelPackage Get(ContentHash hash) => _packages.GetOrAdd(hash, missing => ModelPackage.Load(artifacts.Get(missing)));
}
