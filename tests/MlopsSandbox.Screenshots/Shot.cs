namespace MlopsSandbox.Screenshots;

/// <summary>A picture to take.</summary>
/// <param name="Name">The picture's name.</param>
/// <param name="Path">The page.</param>
internal sealed record Shot(string Name, string Path);
