using System.Globalization;
using System.Reflection;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The catalog's migrations: numbered files in <c>Migrations/</c>, applied once each, in order.</summary>
internal static class Schema
{
    private const string Folder = "MlopsSandbox.Lifecycle.Catalog.Migrations.";

    /// <summary>The schema that this program knows.</summary>
    public static int Known => Files().Max(file => file.Number);

    /// <summary>Brings the catalog forward; to be called in a write transaction.</summary>
    /// <exception cref="HomeException">A newer version of the program made it.</exception>
    public static void Prepare(Session session, DateTimeOffset now)
    {
        session.Run("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)");
        long found = session.Count($"SELECT COALESCE(MAX(version), 0) AS value FROM schema_versions");
        if (found > Known)
        {
            throw new HomeException(string.Create(CultureInfo.InvariantCulture,
                $"home was made by a newer version (schema {found}, this program knows {Known}); use that version or another --home"));
        }
        foreach (var (number, resource) in Files().Where(file => file.Number > found).OrderBy(file => file.Number))
        {
            session.Run(Read(resource));
            if (number == StoredFigures.Since) StoredFigures.Fill(session);
            session.Execute($"INSERT INTO schema_versions (version, applied_at) VALUES ({number}, {now})");
        }
    }

    private static IEnumerable<(int Number, string Resource)> Files() =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.StartsWith(Folder, StringComparison.Ordinal)
        select (int.Parse(resource.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), resource);

    private static string Read(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
