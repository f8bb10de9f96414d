namespace MlopsSandbox.HangfireSqlite.Tests.Database;

public sealed class DurabilityTests : IDisposable
{
    private const long Normal = 1, Full = 2;

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(Durability.Process, Normal)]
    [InlineData(Durability.Power, Full)]
    public void Durability_EveryConnection_HasItsSynchronousMode(Durability durability, long expected)
    {
        var storage = _database.Open(new SqliteStorageOptions { Durability = durability });
        using var own = storage.Database.Open();
        var found = new[]
        {
            storage.Database.Read(session => session.Scalar<long>("PRAGMA synchronous")),
            own.Scalar<long>("PRAGMA synchronous"),
        };
        Assert.Equal([expected, expected], found);
        Assert.Equal((expected, "wal"), storage.Database.Write(session => (session.Scalar<long>("PRAGMA synchronous"), session.Scalar<string>("PRAGMA journal_mode"))));
    }

    [Fact]
    public void Durability_SimultaneousReaders_AllHaveIt()
    {
        var storage = _database.Open(new SqliteStorageOptions { Durability = Durability.Power });
        var nested = storage.Database.Read(outer => storage.Database.Read(inner => (outer.Scalar<long>("PRAGMA synchronous"), inner.Scalar<long>("PRAGMA synchronous"))));
        Assert.Equal((Full, Full), nested);
    }
}
