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
        Sql("INSERT INTO State (Id, JobId, Name, CreatedAt) VALUES (90, 77, 'Lost', 0), (91, 78, 'Lost', 0)");
        Assert.Equal(
            ["Row 90 of State refers to a Job that is not there.", "Row 91 of State refers to a Job that is not there."],
            storage.CheckIntegrity().Order(StringComparer.Ordinal));
    }
}
