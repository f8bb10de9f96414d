namespace MlopsSandbox.Hosting;

/// <summary>Paths as people name them from here.</summary>
internal static class ShownPath
{
    /// <summary>Relative where it lies below the working directory, else whole.</summary>
    /// <param name="path">An absolute path.</param>
    public static string Of(string path) => Below(Directory.GetCurrentDirectory(), path) ?? path;

    /// <summary>The same of a file that may have come with the program, whose own folder is nobody's concern.</summary>
    /// <param name="path">An absolute path.</param>
    public static string OfShipped(string path) =>
        Below(Directory.GetCurrentDirectory(), path) ?? (Below(AppContext.BaseDirectory, path) is { } shipped ? $"{shipped}, which came with the program" : path);

    private static string? Below(string folder, string path) => Path.GetRelativePath(folder, path) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? null : relative;
}
