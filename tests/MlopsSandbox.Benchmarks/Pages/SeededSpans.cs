using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>Writes spans that have ended, by the statement by which all are written.</summary>
internal sealed class SeededSpans(SqliteCommand prepared, Random random)
{
    private string _trace = "";

    /// <summary>Spans so far.</summary>
    public int Written { get; private set; }

    /// <summary>What is added from now on is of this trace.</summary>
    public void Begin(string traceId) => _trace = traceId;

    public string Add(string name, string kind, string? parent, DateTimeOffset at, TimeSpan duration, string? spanId, params (string Name, object Value)[] attributes) =>
        Add(name, kind, parent, at, duration, spanId, failed: false, attributes);

    public string Add(string name, string kind, string? parent, DateTimeOffset at, TimeSpan duration, string? spanId, bool failed, params (string Name, object Value)[] attributes)
    {
        string id = spanId ?? SeededIds.Span(random).ToHexString();
        object?[] values =
        [
            _trace, id, parent, name, kind, TelemetryNames.Source, TelemetryDatabase.Nanoseconds(at), TelemetryDatabase.Nanoseconds(at + duration),
            failed ? nameof(SpanStatus.Error) : nameof(SpanStatus.Unset), failed ? "the rows could not be read." : null,
            JsonSerializer.Serialize(attributes.ToDictionary(one => one.Name, one => one.Value)), "[]", "[]", "seed",
        ];
        for (int i = 0; i < values.Length; i++) prepared.Parameters[i].Value = values[i] ?? DBNull.Value;
        prepared.ExecuteNonQuery();
        Written++;
        return id;
    }
}
