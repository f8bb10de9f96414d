using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>What SQLite itself does on this machine: one prepared statement a transaction, in WAL mode with synchronous=NORMAL.</summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sqlite-benchmark-").FullName;
    private readonly SqliteConnection _connection;

    public RawSqlite()
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "raw.db")};Pooling=False");
        _connection.Open();
        using var schema = Command("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE Entry (Id INTEGER PRIMARY KEY, Value TEXT NOT NULL)");
        schema.ExecuteNonQuery();
    }

    public void Insert(int rows) => Repeat(rows, "INSERT INTO Entry (Value) VALUES ('a value of some length')");

    public void Dequeue(int rows) => Repeat(rows, "DELETE FROM Entry WHERE Id = (SELECT Id FROM Entry ORDER BY Id LIMIT 1) RETURNING Id");

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Repeat(int times, string sql)
    {
        using var begin = Command("BEGIN IMMEDIATE");
        using var statement = Command(sql);
        using var commit = Command("COMMIT");
        for (var i = 0; i < times; i++)
        {
            begin.ExecuteNonQuery();
            statement.ExecuteScalar();
            commit.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
