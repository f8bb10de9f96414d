using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The folder that holds all that the program keeps.</summary>
internal static class HomeFolder
{
    /// <summary>Makes sure that the folder is there.</summary>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="HomeException">It cannot be.</exception>
    public static string Prepare(string home)
    {
        string folder = Path.GetFullPath(home);
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            string found = FileAbove(folder) is { } file ? $"{file} is a file; expected a folder" : "it cannot be made; expected a place that can be written";
            throw new HomeException($"home {folder}: {found}. Choose another --home.", cause);
        }
    }

    /// <summary>Says why the database in it could not be opened.</summary>
    public static HomeException Unusable(string database, SqliteException cause) => cause.SqliteErrorCode switch
    {
        11 or 26 => new HomeException($"{Place(database)} is no catalog of this program; expected one, or none. Move the file away, or choose another --home.", cause),
        _ => new HomeException($"{Place(database)} cannot be written ({cause.Message}); expected a writable folder. Choose another --home.", cause),
    };

    private static string Place(string database) => $"home {Path.GetDirectoryName(database)}: {Path.GetFileName(database)}";

    private static string? FileAbove(string folder)
    {
        for (string? path = folder; path is not null; path = Path.GetDirectoryName(path))
            if (File.Exists(path)) return path;
        return null;
    }
}
