namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A model group: versions of one model, of which its endpoint serves the champion.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Versions">How many versions it has.</param>
/// <param name="Champion">The version that serves; null when none does.</param>
/// <param name="NewestVersion">The version that was made last.</param>
/// <param name="NewestAt">Wall time at which that was.</param>
public sealed record ModelGroup(string Model, int Versions, int? Champion, int NewestVersion, DateTimeOffset NewestAt);
