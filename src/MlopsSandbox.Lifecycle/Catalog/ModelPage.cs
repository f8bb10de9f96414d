using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Some of the model versions that a query is about.</summary>
/// <param name="Versions">The page; empty beyond the end.</param>
/// <param name="Total">Versions on all pages.</param>
public sealed record ModelPage(IReadOnlyList<ModelVersion> Versions, int Total);
