namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Some of the model groups.</summary>
/// <param name="Groups">The page; empty beyond the end.</param>
/// <param name="Total">Groups on all pages.</param>
public sealed record ModelGroupPage(IReadOnlyList<ModelGroup> Groups, int Total);
