using Hangfire;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance;

/// <summary>A storage that was empty when its case began. Disposing cleans up.</summary>
public abstract partial class StorageUnderTest : IDisposable
{
    /// <summary>The storage.</summary>
    public abstract JobStorage Storage { get; }

    /// <summary>The same storage as a second process would have it open; itself where only one process can.</summary>
    public virtual JobStorage Neighbour => Storage;

    /// <summary>How long to wait for what must come; reached only when a case fails.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <summary>How long a fetched job stays its worker's after the last sign of life.</summary>
    public virtual TimeSpan InvisibilityTimeout => TimeSpan.FromSeconds(1);

    /// <summary>What the dashboard asks.</summary>
    public IMonitoringApi Monitor => Storage.GetMonitoringApi();

    /// <summary>What the dashboard asks of a storage that claims more than the first contract.</summary>
    public JobStorageMonitor ExtendedMonitor =>
        Monitor as JobStorageMonitor ?? throw new NotSupportedException($"{Monitor.GetType().Name} is no {nameof(JobStorageMonitor)}.");

    /// <summary>Lets time pass for the storage: moves its clock, or waits where it has none that can be moved.</summary>
    public virtual void Elapse(TimeSpan time) => Thread.Sleep(time);

    /// <summary>Asks a connection.</summary>
    public T Read<T>(Func<JobStorageConnection, T> read)
    {
        using var connection = Connect();
        return read(connection);
    }

    /// <summary>Uses a connection.</summary>
    public void Use(Action<JobStorageConnection> use)
    {
        using var connection = Connect();
        use(connection);
    }

    /// <summary>A connection of the caller's own.</summary>
    public JobStorageConnection Connect() => (JobStorageConnection)Storage.GetConnection();

    /// <summary>Writes in a transaction and commits it.</summary>
    public void Write(Action<JobStorageTransaction> write) => Use(connection =>
    {
        using var transaction = Begin(connection);
        write(transaction);
        transaction.Commit();
    });

    /// <summary>Writes in a transaction that is never committed.</summary>
    public void WriteAndDrop(Action<JobStorageTransaction> write) => Use(connection =>
    {
        using var transaction = Begin(connection);
        write(transaction);
    });

    /// <summary>A transaction of the caller's own.</summary>
    public static JobStorageTransaction Begin(JobStorageConnection connection) => (JobStorageTransaction)connection.CreateWriteTransaction();

    /// <summary>Waits until something holds without a server, while the storage's own background processes run as they do in one.</summary>
    public void WaitUntil(Func<bool> holds, string what)
    {
        using var housekeeping = Housekeep();
        Wait(holds, what);
    }

    private void Wait(Func<bool> holds, string what)
    {
        if (!SpinWait.SpinUntil(() => { Thread.Sleep(1); return holds(); }, Patience)) throw new TimeoutException($"Waited {Patience} in vain: {what}.");
    }

    /// <summary>Runs the storage's own background processes, as a server does, until disposed.</summary>
    public IDisposable Housekeep() => new Housekeeping(Storage);

    /// <inheritdoc/>
    public abstract void Dispose();
}
