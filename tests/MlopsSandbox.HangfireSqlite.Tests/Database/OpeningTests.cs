using Hangfire;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class OpeningTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    private string Refusal(SqliteStorageOptions? options = null) =>
        Assert.Throws<SqliteStorageException>(() => _database.Open(options)).Message;

    private void Sql(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    [Fact]
    public void Open_NewerSchema_RefusedAndUntouched()
    {
        _database.Open().Dispose();
        Sql("PRAGMA user_version = 99");
        var before = File.ReadAllBytes(_database.File);
        Assert.Equal($"{_database.File}: the Hangfire schema is version 99; this program knows up to 2. Use a newer program, or another file.", Refusal());
        Assert.Equal(before, File.ReadAllBytes(_database.File));
    }

    [Fact]
    public void Open_NoDatabase_Refused()
    {
        File.WriteAllText(_database.File, new string('x', 5000));
        Assert.Equal($"{_database.File}: the file is not a SQLite database; expected one, or no file. Give another path, or move the file away.", Refusal());
    }

    [Fact]
    public void Open_AnotherProgramsDatabase_Refused()
    {
        Sql("CREATE TABLE Customers (Id INTEGER)");
        Assert.Equal(
            $"{_database.File}: the database belongs to another program; expected one that this Hangfire storage made, or no file. Give another path.", Refusal());
    }

    [Fact]
    public void Open_NoSuchFolder_Refused()
    {
        var path = Path.Combine(_database.Folder, "missing", "hangfire.db");
        var refusal = Assert.Throws<SqliteStorageException>(() => new SqliteStorage(path));
        Assert.Equal($"{path}: can't be opened or created; expected a file in a folder that exists and may be written. Check the folder.", refusal.Message);
    }

    [Fact]
    public void Open_InMemory_Refused()
    {
        var refusal = Assert.Throws<SqliteStorageException>(() => new SqliteStorage("Data Source=:memory:"));
        Assert.Equal(
            "Hangfire storage 'Data Source=:memory:': found a database in memory; expected a file, as several connections share it. Give a path.", refusal.Message);
    }

    [Fact]
    public void Open_OptionsOutOfRange_AllTold() => Assert.Equal(
        $"Options of the Hangfire storage {_database.File}: QueuePollInterval is 00:00:00; expected 00:00:00.0050000 to 00:01:00. " +
        "BusyTimeout is 01:00:00; expected 00:00:01 to 00:10:00.",
        Refusal(new SqliteStorageOptions { QueuePollInterval = TimeSpan.Zero, BusyTimeout = TimeSpan.FromHours(1) }));

    [Fact]
    public void Open_Again_KeepsJobs()
    {
        string id;
        using (var storage = new SqliteStorage($"Data Source={_database.File}")) id = storage.Enqueue(1);
        using var fetched = _database.Open(new SqliteStorageOptions { Durability = Durability.Power }).Fetch();
        Assert.Equal(id, fetched.JobId);
    }

    [Fact]
    public void Open_ManyAtOnce_OneSchema()
    {
        Parallel.For(0, 8, _ => new SqliteStorage(_database.File).Dispose());
        _database.Open().Enqueue(1);
    }

    [Fact]
    public void UseSqliteStorage_BecomesHangfiresStorage()
    {
        var configuration = new Configuration();
        using var storage = configuration.UseSqliteStorage(_database.File).Entry;
        Assert.Equal($"SQLite: {_database.File}", storage.ToString());
        Assert.Same(storage, JobStorage.Current);
    }

    private sealed class Configuration : IGlobalConfiguration;
}
