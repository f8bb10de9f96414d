using MlopsSandbox.Lifecycle.Artifacts;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>An artifact that an execution was given.</summary>
/// <param name="Maker">Id of the activity that made it.</param>
/// <param name="Name">Name of the output.</param>
/// <param name="Kind">What it is, see <see cref="Jobs.OutputKinds"/>.</param>
/// <param name="Artifact">The artifact.</param>
public sealed record GivenArtifact(string Maker, string Name, string Kind, ContentHash Artifact);
