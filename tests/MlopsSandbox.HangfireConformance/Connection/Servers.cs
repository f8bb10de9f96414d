using Hangfire.Server;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Servers announce themselves, give signs of life, and are struck out when they stop.</summary>
public static class Servers
{
    public static void AnnounceServer_IsListedWithWhatItSaid(StorageUnderTest storage)
    {
        var before = DateTime.UtcNow;
        storage.Use(connection => connection.AnnounceServer("web:1", Context(4, "default", "critical")));
        var server = Assert.Single(storage.Monitor.Servers());
        Assert.Equal(("web:1", 4), (server.Name, server.WorkersCount));
        Assert.Equal(["default", "critical"], server.Queues);
        Assert.Equal(before, server.StartedAt, TimeSpan.FromMinutes(1));
        Assert.Equal(before, server.Heartbeat!.Value, TimeSpan.FromMinutes(1));
    }

    public static void AnnounceServer_Again_TakesTheNewWord(StorageUnderTest storage)
    {
        storage.Use(connection =>
        {
            connection.AnnounceServer("web:1", Context(4, "default"));
            connection.AnnounceServer("web:1", Context(1000, "critical"));
        });
        var server = Assert.Single(storage.Monitor.Servers());
        Assert.Equal((1000, "critical"), (server.WorkersCount, Assert.Single(server.Queues)));
    }

    public static void Servers_NoneAnnounced_IsEmpty(StorageUnderTest storage) => Assert.Empty(storage.Monitor.Servers());

    public static void Servers_Several_ComeInOrderOfName(StorageUnderTest storage)
    {
        storage.Use(connection =>
        {
            foreach (var name in new[] { "c", "a", "b" }) connection.AnnounceServer(name, Context(1, "default"));
        });
        Assert.Equal(["a", "b", "c"], storage.Monitor.Servers().Select(server => server.Name));
    }

    public static void RemoveServer_TakesThisOne(StorageUnderTest storage)
    {
        storage.Use(connection =>
        {
            connection.AnnounceServer("one", Context(1, "default"));
            connection.AnnounceServer("two", Context(1, "default"));
            connection.RemoveServer("one");
            connection.RemoveServer("never-there");
        });
        Assert.Equal("two", Assert.Single(storage.Monitor.Servers()).Name);
    }

    public static void Heartbeat_MovesTheSignOfLife(StorageUnderTest storage)
    {
        storage.Use(connection => connection.AnnounceServer("one", Context(1, "default")));
        var first = storage.Monitor.Servers()[0].Heartbeat!.Value;
        storage.Elapse(TimeSpan.FromMilliseconds(50));
        storage.Use(connection => connection.Heartbeat("one"));
        Assert.True(storage.Monitor.Servers()[0].Heartbeat > first);
    }

    public static void Heartbeat_ServerThatIsGone_IsToldSo(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.AnnounceServer("one", Context(1, "default"));
        connection.RemoveServer("one");
        Assert.Throws<BackgroundServerGoneException>(() => connection.Heartbeat("one"));
        Assert.Empty(storage.Monitor.Servers());
    });

    public static void RemoveTimedOutServers_TakesThoseWithoutASignOfLife(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.AnnounceServer("alive", Context(1, "default"));
        connection.AnnounceServer("silent-1", Context(1, "default"));
        connection.AnnounceServer("silent-2", Context(1, "default"));
        storage.Elapse(TimeSpan.FromSeconds(2));
        connection.Heartbeat("alive");
        Assert.Equal(2, connection.RemoveTimedOutServers(TimeSpan.FromSeconds(1.5)));
        Assert.Equal("alive", Assert.Single(storage.Monitor.Servers()).Name);
    });

    public static void RemoveTimedOutServers_AllAlive_TakesNone(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.AnnounceServer("alive", Context(1, "default"));
        Assert.Equal(0, connection.RemoveTimedOutServers(TimeSpan.FromMinutes(10)));
        Assert.Single(storage.Monitor.Servers());
    });

    private static ServerContext Context(int workers, params string[] queues) => new() { WorkerCount = workers, Queues = queues };
}
