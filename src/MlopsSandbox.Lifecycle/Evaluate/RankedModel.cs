using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>A model that an evaluation measures.</summary>
internal sealed record RankedModel(ContentHash Hash, ModelPackage Package)
{
    public static RankedModel From(ArtifactStore artifacts, ContentHash hash) => new(hash, ModelPackage.Load(artifacts.Get(hash)));
}
