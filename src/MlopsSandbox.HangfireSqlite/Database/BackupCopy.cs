using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A copy of the database as of one moment, made by SQLite's online backup while workers go on.</summary>
internal static class BackupCopy
{
    private const string NobodysAnyMore = """
        INSERT INTO Waiting (Queue, Number, JobId) SELECT Queue, Number, JobId FROM Fetched;
        DELETE FROM Fetched;
        DELETE FROM DistributedLock;
        DELETE FROM Server;
        DELETE FROM Owner;
        """;

    /// <summary>Makes the copy under another name first, so that the path has a whole copy or none.</summary>
    /// <exception cref="SqliteStorageException">There is a file of this name, or the copy can't be made.</exception>
    public static void Make(DatabaseFile database, string path)
    {
        if (Path.Exists(path)) throw Exists(path);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new SqliteStorageException($"{path}: there is no such folder; expected one that may be written. Make it, or give another path.");
        var part = $"{path}-part-{Guid.NewGuid():N}";
        try
        {
            Copy(database, part);
            File.Move(part, path);
        }
        catch (SqliteException cause)
        {
            throw DatabaseFailure.Of(DatabaseFailure.IsDamage(cause) ? database.Path : path, cause);
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw Exists(path);
        }
        finally
        {
            foreach (var rest in (string[])[part, part + "-wal", part + "-shm", part + "-journal"]) File.Delete(rest);
        }
    }

    private static void Copy(DatabaseFile database, string part)
    {
        using var source = database.Open();
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ConnectionString);
        target.Open();
        source.CopyTo(target);
        using var copy = new Session(target);
        copy.Script(NobodysAnyMore);
    }

    private static SqliteStorageException Exists(string path) =>
        new($"{path}: there is a file of this name; expected none, as a backup overwrites nothing. Give another path, or move the file away.");
}
