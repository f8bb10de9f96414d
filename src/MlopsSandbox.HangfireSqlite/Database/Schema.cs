using System.Globalization;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>The tables and their version. A file of a newer version is refused; an older one is brought forward.</summary>
internal static class Schema
{
    /// <summary>Marks a file as this storage's: "HFsq".</summary>
    private const long ApplicationId = 0x48467371;

    /// <summary>Scripts by version: the n-th brings a file from version n to n + 1. Never edit one that was released; add the next.</summary>
    private static readonly string[] Migrations = [SchemaVersion1.Script, SchemaVersion2.Script];

    /// <summary>The version that this library writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Makes the tables of a recognized file, or brings them forward.</summary>
    public static void Prepare(Session session, string path)
    {
        if (session.Scalar<string>("PRAGMA journal_mode") != "wal") session.Scalar<string>("PRAGMA journal_mode = WAL");
        if (session.Scalar<long>("PRAGMA user_version") == Version) return;
        session.InWriteTransaction(writing =>
        {
            Recognize(writing, path);
            return Migrate(writing);
        });
    }

    /// <summary>Whether the file has this storage's tables; an empty one has none yet.</summary>
    /// <exception cref="SqliteStorageException">It is another program's, or newer than this library.</exception>
    public static bool Recognize(Session session, string path)
    {
        var application = session.Scalar<long>("PRAGMA application_id");
        var isEmpty = session.Scalar<long>("SELECT count(*) FROM sqlite_schema") == 0;
        if (application != ApplicationId && !(application == 0 && isEmpty))
        {
            throw new SqliteStorageException(
                $"{path}: the database belongs to another program; expected one that this Hangfire storage made, or no file. Give another path.");
        }
        var version = session.Scalar<long>("PRAGMA user_version");
        if (version > Version)
        {
            throw new SqliteStorageException(string.Create(CultureInfo.InvariantCulture,
                $"{path}: the Hangfire schema is version {version}; this program knows up to {Version}. Use a newer program, or another file."));
        }
        return application == ApplicationId;
    }

    private static int Migrate(Session session)
    {
        for (var version = (int)session.Scalar<long>("PRAGMA user_version"); version < Version; version++)
        {
            session.Script(Migrations[version]);
        }
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
        return Version;
    }
}
