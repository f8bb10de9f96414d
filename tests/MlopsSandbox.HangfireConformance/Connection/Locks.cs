using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Distributed locks: one holder at a time, again and again for the same connection.</summary>
public static class Locks
{
    private static readonly TimeSpan NotLong = TimeSpan.FromMilliseconds(100);

    public static void AcquireDistributedLock_Free_IsGranted(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var granted = connection.AcquireDistributedLock("resource", NotLong);
        Assert.NotNull(granted);
    });

    public static void AcquireDistributedLock_FreeWithoutWaiting_IsGranted(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var granted = connection.AcquireDistributedLock("resource", TimeSpan.Zero);
        Assert.NotNull(granted);
    });

    public static void AcquireDistributedLock_HeldByAnother_TimesOutAndNamesIt(StorageUnderTest storage)
    {
        using var holder = storage.Connect();
        using var held = holder.AcquireDistributedLock("resource", NotLong);
        var refused = Assert.ThrowsAny<DistributedLockTimeoutException>(() => storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong)));
        Assert.Contains("resource", refused.Resource, StringComparison.Ordinal);
    }

    public static void AcquireDistributedLock_HeldInAnotherProcess_TimesOut(StorageUnderTest storage)
    {
        using var holder = storage.Neighbour.GetConnection();
        using var held = holder.AcquireDistributedLock("resource", NotLong);
        Assert.ThrowsAny<DistributedLockTimeoutException>(() => storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong)));
    }

    public static void AcquireDistributedLock_AnotherResource_IsGranted(StorageUnderTest storage)
    {
        using var holder = storage.Connect();
        using var held = holder.AcquireDistributedLock("one", NotLong);
        storage.Use(connection => connection.AcquireDistributedLock("two", NotLong).Dispose());
    }

    public static void AcquireDistributedLock_Disposed_IsFree(StorageUnderTest storage)
    {
        using var holder = storage.Connect();
        holder.AcquireDistributedLock("resource", NotLong).Dispose();
        storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong).Dispose());
    }

    public static void AcquireDistributedLock_ConnectionDisposed_IsFree(StorageUnderTest storage)
    {
        storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong));
        storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong).Dispose());
    }

    public static void AcquireDistributedLock_SameConnection_IsGrantedAgain(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var outer = connection.AcquireDistributedLock("resource", NotLong);
        using var inner = connection.AcquireDistributedLock("resource", NotLong);
    });

    public static void AcquireDistributedLock_InnerDisposed_IsStillHeld(StorageUnderTest storage)
    {
        using var holder = storage.Connect();
        using var outer = holder.AcquireDistributedLock("resource", NotLong);
        holder.AcquireDistributedLock("resource", NotLong).Dispose();
        Assert.ThrowsAny<DistributedLockTimeoutException>(() => storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong)));
    }

    public static void AcquireDistributedLock_WhoWaits_GetsItWhenItIsFree(StorageUnderTest storage)
    {
        using var holder = storage.Connect();
        var held = holder.AcquireDistributedLock("resource", NotLong);
        using var asks = new ManualResetEventSlim();
        var waiting = Task.Run(() => storage.Use(connection =>
        {
            asks.Set();
            connection.AcquireDistributedLock("resource", storage.Patience).Dispose();
        }));
        asks.Wait(storage.Patience);
        Assert.False(waiting.Wait(NotLong));
        held.Dispose();
        Assert.True(waiting.Wait(storage.Patience));
    }

    public static void AcquireDistributedLock_ManyAtOnce_OneAtATime(StorageUnderTest storage)
    {
        var (inside, collisions, turns) = (0, 0, 0);
        var threads = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                storage.Use(connection =>
                {
                    using var held = connection.AcquireDistributedLock("resource", storage.Patience);
                    if (Interlocked.Increment(ref inside) > 1) Interlocked.Increment(ref collisions);
                    Thread.Sleep(1);
                    Interlocked.Decrement(ref inside);
                    Interlocked.Increment(ref turns);
                });
            }
        })).ToArray();
        Assert.True(Task.WaitAll(threads, storage.Patience + storage.Patience));
        Assert.Equal((0, 20), (collisions, turns));
    }
}
