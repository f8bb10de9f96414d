using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>
/// Writes rows in the order they come, in the background, as many in one transaction as wait at the time. As a parent starts before its
/// children, its row is written before theirs.
/// </summary>
/// <remarks>Telemetry never stops the work that it tells of: rows that SQLite refuses are dropped and counted.</remarks>
internal sealed class SpanQueue : IDisposable
{
    private const int LargestBatch = 500;

    private readonly BlockingCollection<Entry> _waiting = [];
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;
    private long _lost;

    /// <exception cref="TelemetryDatabaseException">The file can't be used.</exception>
    public SpanQueue(string path)
    {
        _connection = TelemetryDatabase.Open(path);
        _thread = new Thread(WriteAll) { IsBackground = true, Name = "telemetry.db writer" };
        _thread.Start();
    }

    /// <summary>Rows that could not be written.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Adds a row; after <see cref="Dispose"/> it is lost.</summary>
    public void Add(SpanWrite row) => TryAdd(new Entry(row, Written: null));

    /// <summary>Waits until all that was added before is written; false when the time ran out or rows were lost.</summary>
    public bool Flush(TimeSpan timeout)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lostBefore = Lost;
        return !TryAdd(new Entry(Row: null, written)) || (written.Task.Wait(timeout) && Lost == lostBefore);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_waiting.IsAddingCompleted) return;
        _waiting.CompleteAdding();
        _thread.Join();
        _connection.Dispose();
        _waiting.Dispose();
    }

    private bool TryAdd(Entry entry)
    {
        try
        {
            _waiting.Add(entry);
            return true;
        }
        catch (Exception closed) when (closed is InvalidOperationException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void WriteAll()
    {
        using var command = SpanWrite.Prepare(_connection);
        var batch = new List<Entry>(LargestBatch);
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < LargestBatch && _waiting.TryTake(out var next)) batch.Add(next);
            Write(batch, command);
            foreach (var entry in batch) entry.Written?.SetResult();
            batch.Clear();
        }
    }

    private void Write(List<Entry> batch, SqliteCommand command)
    {
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            command.Transaction = transaction;
            foreach (var entry in batch) entry.Row?.Run(command);
            transaction.Commit();
        }
        catch (SqliteException)
        {
            Interlocked.Add(ref _lost, batch.Count(entry => entry.Row is not null));
        }
    }

    private readonly record struct Entry(SpanWrite? Row, TaskCompletionSource? Written);
}
