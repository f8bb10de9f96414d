using Microsoft.Data.Sqlite;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class IntegrityTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    private void Sql(string statements)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    [Fact]
    public void CheckIntegrity_SoundFile_NoProblem()
    {
        var storage = _database.Open();
        storage.Enqueue(1);
        Assert.Empty(storage.CheckIntegrity());
    }

    [Fact]
    public void CheckIntegrity_RowsOfAMissingJob_EachToldOnce()
    {
        var storage = _database.Open();
        storage.Enqueue(1);
        Sql("INSERT INTO State (JobId, Number, Name, CreatedAt) VALUES (77, 1, 'Lost', 0), (78, 1, 'Lost', 0)");
        Assert.Equal(
            ["State 1 of job 77 is there, but no such job.", "State 1 of job 78 is there, but no such job."],
            storage.CheckIntegrity().Order(StringComparer.Ordinal));
    }
}
