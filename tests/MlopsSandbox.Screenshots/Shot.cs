namespace MlopsSandbox.Screenshots;

/// <summary>A picture to take.</summary>
/// <param name="Name">The picture's name.</param>
/// <param name="Path">The page.</param>
/// <param name="Part">What of it stands at the top, as a selector; null for its head.</param>
internal sealed record Shot(string Name, string Path, string? Part = null);
