using Hangfire.Server;
using Hangfire.Storage;
using Microsoft.Extensions.Time.Testing;

namespace MlopsSandbox.HangfireSqlite.Tests.Connection;

public sealed class ServersTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Servers_AnnouncedBeatingAndTimedOut()
    {
        var storage = _database.Open(new SqliteStorageOptions { TimeProvider = _time });
        using var connection = storage.GetConnection();
        connection.AnnounceServer("web:1", new ServerContext { WorkerCount = 4, Queues = ["default", "urgent"] });
        connection.AnnounceServer("worker:2", new ServerContext { WorkerCount = 1, Queues = ["default"] });
        _time.Advance(TimeSpan.FromMinutes(4));
        connection.Heartbeat("web:1");
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, connection.RemoveTimedOutServers(TimeSpan.FromMinutes(5)));

        var server = Assert.Single(storage.GetMonitoringApi().Servers());
        Assert.Equal(("web:1", 4, "default,urgent"), (server.Name, server.WorkersCount, string.Join(",", server.Queues)));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), server.StartedAt);
        Assert.Equal(new DateTime(2026, 1, 1, 0, 4, 0, DateTimeKind.Utc), server.Heartbeat);
        Assert.Throws<BackgroundServerGoneException>(() => connection.Heartbeat("worker:2"));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 6, 0, DateTimeKind.Utc), ((JobStorageConnection)connection).GetUtcDateTime());
    }
}
