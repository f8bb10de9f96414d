namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A workflow definition that the catalog keeps.</summary>
/// <param name="Hash">SHA-256 of its canonical JSON.</param>
/// <param name="Version">Its version.</param>
/// <param name="Revision">Which content under that version, from 1.</param>
/// <param name="KeptAt">Wall time at which it was kept.</param>
/// <param name="Runs">Runs that are pinned to it.</param>
public sealed record KeptDefinition(string Hash, int Version, int Revision, DateTimeOffset KeptAt, long Runs);
