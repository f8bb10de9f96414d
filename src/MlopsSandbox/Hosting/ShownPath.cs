namespace MlopsSandbox.Hosting;

/// <summary>Paths as people name them from here.</summary>
internal static class ShownPath
{
    /// <summary>Relative where it lies below the working directory, else whole.</summary>
    /// <param name="path">An absolute path.</param>
    public static string Of(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
}
