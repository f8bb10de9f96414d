using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Ends rows in <c>telemetry.db</c> that the process which started them can't end: it died, or the run ended elsewhere.</summary>
public sealed class SpanClosing : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <summary>Opens the file, and creates it when there is none.</summary>
    /// <exception cref="TelemetryDatabaseException">The file can't be used.</exception>
    public SpanClosing(string path) => _connection = TelemetryDatabase.Open(path);

    /// <summary>
    /// Ends the open spans of dead processes as <see cref="SpanStatus.Interrupted"/>, at the last sign of life that each process left.
    /// Returns how many; done twice, it changes nothing.
    /// </summary>
    /// <param name="deadOwners">Tokens of processes that the caller knows to be dead.</param>
    public int CloseInterrupted(IEnumerable<string> deadOwners)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        var closed = deadOwners.Sum(CloseAllOf);
        transaction.Commit();
        return closed;
    }

    /// <summary>Gives a run's root span the run's own end, whichever process started it and whatever that process says later.</summary>
    /// <returns>False when there is no such span.</returns>
    public bool CloseRun(string traceId, string spanId, DateTimeOffset endedAt, SpanStatus status) => _connection.Run(
        "UPDATE Span SET ClosedAt = @3, EndedAt = coalesce(EndedAt, @3), Status = @4 WHERE TraceId = @1 AND SpanId = @2",
        traceId, spanId, TelemetryDatabase.Nanoseconds(endedAt), status.ToString()) == 1;

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private int CloseAllOf(string owner)
    {
        using var command = _connection.Command("SELECT max(coalesce(EndedAt, StartedAt)) FROM Span WHERE Owner = @1", owner);
        if (command.ExecuteScalar() is not long lastSign) return 0;
        var interrupted = JsonSerializer.Serialize(new { name = TelemetryNames.Events.Interrupted, at = lastSign, attributes = new { } });
        return _connection.Run("""
            UPDATE Span SET EndedAt = @2, Status = @3, Events = json_insert(Events, '$[#]', json(@4)) WHERE Owner = @1 AND EndedAt IS NULL
            """, owner, lastSign, nameof(SpanStatus.Interrupted), interrupted);
    }
}
