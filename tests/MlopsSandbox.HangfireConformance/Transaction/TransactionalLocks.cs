using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Transaction;

/// <summary>Locks that a transaction holds until it ends.</summary>
public static class TransactionalLocks
{
    private static readonly TimeSpan NotLong = TimeSpan.FromMilliseconds(100);

    public static void AcquireDistributedLock_HoldsUntilTheCommit(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var transaction = StorageUnderTest.Begin(connection);
        transaction.AcquireDistributedLock("resource", NotLong);
        Assert.True(IsHeld(storage));
        transaction.IncrementCounter("mine");
        transaction.Commit();
        Assert.False(IsHeld(storage));
    });

    public static void AcquireDistributedLock_Dropped_IsFree(StorageUnderTest storage)
    {
        storage.WriteAndDrop(transaction => transaction.AcquireDistributedLock("resource", NotLong));
        Assert.False(IsHeld(storage));
    }

    public static void AcquireDistributedLock_DroppedWhileItsConnectionLives_IsFree(StorageUnderTest storage) => storage.Use(connection =>
    {
        using (var transaction = StorageUnderTest.Begin(connection)) transaction.AcquireDistributedLock("resource", NotLong);
        Assert.False(IsHeld(storage));
    });

    public static void AcquireDistributedLock_HeldByAnother_TimesOut(StorageUnderTest storage)
    {
        using var holder = storage.Connect();
        using var held = holder.AcquireDistributedLock("resource", NotLong);
        storage.WriteAndDrop(transaction => Assert.ThrowsAny<DistributedLockTimeoutException>(() => transaction.AcquireDistributedLock("resource", NotLong)));
    }

    public static void AcquireDistributedLock_HeldByAnotherTransaction_TimesOut(StorageUnderTest storage) => storage.WriteAndDrop(holder =>
    {
        holder.AcquireDistributedLock("resource", NotLong);
        storage.WriteAndDrop(transaction => Assert.ThrowsAny<DistributedLockTimeoutException>(() => transaction.AcquireDistributedLock("resource", NotLong)));
    });

    public static void AcquireDistributedLock_AnotherResource_IsGranted(StorageUnderTest storage) => storage.WriteAndDrop(holder =>
    {
        holder.AcquireDistributedLock("one", NotLong);
        storage.Write(transaction => transaction.AcquireDistributedLock("two", NotLong));
    });

    public static void AcquireDistributedLock_SameTransaction_IsGrantedAgain(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AcquireDistributedLock("resource", NotLong);
            transaction.AcquireDistributedLock("resource", NotLong);
        });
        Assert.False(IsHeld(storage));
    }

    public static void AcquireDistributedLock_HeldByItsConnection_IsGrantedAgain(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var held = connection.AcquireDistributedLock("resource", NotLong);
        using var transaction = StorageUnderTest.Begin(connection);
        transaction.AcquireDistributedLock("resource", NotLong);
        transaction.Commit();
    });

    public static void Commit_LockOfItsConnection_IsStillHeld(StorageUnderTest storage) => storage.Use(connection =>
    {
        using (connection.AcquireDistributedLock("resource", NotLong))
        {
            using (var transaction = StorageUnderTest.Begin(connection))
            {
                transaction.AcquireDistributedLock("resource", NotLong);
                transaction.Commit();
            }
            Assert.True(IsHeld(storage));
        }
        Assert.False(IsHeld(storage));
    });

    public static void AcquireDistributedLock_WhoWaits_GetsItAfterTheCommit(StorageUnderTest storage) => storage.Use(connection =>
    {
        using var transaction = StorageUnderTest.Begin(connection);
        transaction.AcquireDistributedLock("resource", NotLong);
        transaction.SetRangeInHash("mine", [KeyValuePair.Create("field", "written")]);
        var waiting = Task.Run(() => storage.Read(other =>
        {
            using var held = other.AcquireDistributedLock("resource", storage.Patience);
            return other.GetValueFromHash("mine", "field");
        }));
        Assert.False(waiting.Wait(NotLong));
        transaction.Commit();
        Assert.True(waiting.Wait(storage.Patience));
        Assert.Equal("written", waiting.Result);
    });

    private static bool IsHeld(StorageUnderTest storage)
    {
        try
        {
            storage.Use(connection => connection.AcquireDistributedLock("resource", NotLong).Dispose());
            return false;
        }
        catch (DistributedLockTimeoutException)
        {
            return true;
        }
    }
}
