using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog.Sqlite;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>All that is remembered, and the only truth: the database <c>catalog.db</c> in the home folder.</summary>
/// <remarks>Safe to use from any number of threads and processes.</remarks>
public sealed class CatalogStore : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private readonly SqliteFile _file;
    private readonly TimeProvider _time;
    private TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CatalogStore(string home, SqliteFile file, TimeProvider time) => (Home, _file, _time) = (home, file, time);

    /// <summary>Absolute path of the home folder.</summary>
    public string Home { get; }

    /// <summary>Wall time.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Called before each statement that writes; a test lets it throw, as a full disk would.</summary>
    internal Action? Writing { get => _file.Writing; set => _file.Writing = value; }

    /// <summary>Opens the catalog of a home, and creates it or brings its schema forward where needed.</summary>
    /// <param name="home">The home folder; made when it is not there.</param>
    /// <param name="time">Wall time.</param>
    /// <exception cref="HomeException">The home cannot be used; the message says why, in one line.</exception>
    public static CatalogStore Open(string home, TimeProvider time)
    {
        string folder = HomeFolder.Prepare(home);
        string path = Path.Combine(folder, "catalog.db");
        SqliteFile? file = null;
        try
        {
            file = new SqliteFile(path);
            file.Write(session => { Schema.Prepare(session, time.GetUtcNow()); return true; });
            return new CatalogStore(folder, file, time);
        }
        catch (Exception cause) when (cause is SqliteException or HomeException)
        {
            file?.Dispose();
            throw cause as HomeException ?? HomeFolder.Unusable(path, (SqliteException)cause);
        }
    }

    /// <summary>Reads one consistent state, while others may write.</summary>
    public T Read<T>(Func<CatalogTransaction, T> read) => _file.Read(session => read(new CatalogTransaction(session, Now)));

    /// <summary>Writes all or nothing. What was read in it is still so when it stands.</summary>
    /// <remarks>One writer at a time; not to be nested. What others wait for by <see cref="WaitFor"/> is looked at again.</remarks>
    public T Write<T>(Func<CatalogTransaction, T> write)
    {
        T result = _file.Write(session => write(new CatalogTransaction(session, Now)));
        Interlocked.Exchange(ref _committed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return result;
    }

    /// <summary>Writes all or nothing.</summary>
    public void Write(Action<CatalogTransaction> write) => Write(transaction => { write(transaction); return true; });

    /// <summary>Waits until a condition holds.</summary>
    /// <remarks>It is looked at now, and after commits: at once after one of this process, within about 50 ms after one of another.</remarks>
    /// <exception cref="OperationCanceledException">It was cancelled before.</exception>
    public async Task WaitFor(Func<CatalogTransaction, bool> condition, CancellationToken cancellation)
    {
        if (!await Sees(condition, cancellation).ConfigureAwait(false)) cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Waits until a condition holds, as <see cref="WaitFor"/> does. Giving up throws nothing, so that it costs no more than waiting.</summary>
    /// <returns>False when it was cancelled before.</returns>
    internal async Task<bool> Sees(Func<CatalogTransaction, bool> condition, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            long seen = ChangeCount();
            if (Read(condition)) return true;
            await Changed(seen, cancellation).ConfigureAwait(false);
        }
        return false;
    }

    /// <summary>True when <c>catalog.db</c> was deleted or another was put in its place: this store still reads and writes the old one.</summary>
    public bool HasLostItsFile => _file.HasLostItsFile;

    /// <summary>A number that is another one after each commit, of whichever process.</summary>
    public long ChangeCount() => _file.ChangeCount();

    /// <summary>Waits until something was committed since a <see cref="ChangeCount"/>: told at once of this process, within about 50 ms of another. Giving up throws nothing.</summary>
    /// <param name="seen">The count that is known.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when it was cancelled before.</returns>
    public async Task<bool> Changed(long seen, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Task committed = Volatile.Read(ref _committed).Task;
            if (_file.ChangeCount() != seen) return true;
            await NextLook(committed, cancellation).ConfigureAwait(false);
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private async Task NextLook(Task committed, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(committed, Task.Delay(PollInterval, _time, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
    }
}
