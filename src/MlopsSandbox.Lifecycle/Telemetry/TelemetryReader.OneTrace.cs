using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Catalog.Sqlite;

namespace MlopsSandbox.Lifecycle.Telemetry;

public sealed partial class TelemetryReader
{
    private const string SummaryColumns = "t.TraceId, t.RootName, t.StartedAt, t.Duration, t.SpanCount, t.OpenCount, t.ErrorCount, t.Status, t.RunId";

    /// <summary>A trace as lists show it; null when there is none.</summary>
    public TraceSummary? Find(string traceId)
    {
        using var command = _connection.Command($"SELECT {SummaryColumns} FROM Trace t WHERE t.TraceId = @1", traceId);
        using var row = command.ExecuteReader();
        return row.Read() ? Summary(row) : null;
    }

    /// <summary>All spans of a trace in outline, by start; empty when there is no such trace. 50,000 take about 0.2 s.</summary>
    public IReadOnlyList<SpanOutline> Outline(string traceId)
    {
        using var command = _connection.Command("""
            SELECT SpanId, ParentId, Name, Kind, StartedAt, coalesce(ClosedAt, EndedAt), Status, Links <> '[]' FROM Span WHERE TraceId = @1 ORDER BY StartedAt, SpanId
            """, traceId);
        using var row = command.ExecuteReader();
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var spans = new List<SpanOutline>();
        while (row.Read()) spans.Add(Outline(row, shared));
        return spans;
    }

    /// <summary>One span with all that is known of it; null when it is not here.</summary>
    public SpanRecord? Span(string traceId, string spanId)
    {
        using var command = _connection.Command($"SELECT {Columns} FROM Span WHERE TraceId = @1 AND SpanId = @2", traceId, spanId);
        return Spans(command).FirstOrDefault();
    }

    /// <summary>
    /// Ids of the spans of a trace that have a text in their name, or in an attribute as <c>name=value</c>; A to Z count as a to z. Numbers and truth values are
    /// written as in JSON.
    /// </summary>
    public IReadOnlySet<string> Matching(string traceId, string text)
    {
        using var command = _connection.Command("""
            SELECT SpanId FROM Span s WHERE TraceId = @1 AND (Name LIKE @2 ESCAPE '!' OR EXISTS (
                SELECT 1 FROM json_each(s.Attributes) j
                WHERE j.key || '=' || (CASE j.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE coalesce(j.value, 'null') END) LIKE @2 ESCAPE '!'))
            """, traceId, SearchText.Pattern(text));
        using var row = command.ExecuteReader();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (row.Read()) found.Add(row.GetString(0));
        return found;
    }

    /// <summary>Some spans of a trace and all below them, as far as they noted something, by start. Only these are read whole, however large the trace is.</summary>
    /// <param name="traceId">The trace.</param>
    /// <param name="spanIds">The spans that are looked below.</param>
    public IReadOnlyList<SpanRecord> NotedBelow(string traceId, IEnumerable<string> spanIds)
    {
        using var command = _connection.Command($"""
            WITH RECURSIVE Top(SpanId) AS (SELECT value FROM json_each(@2)), Noted(SpanId, Above) AS (
                SELECT SpanId, SpanId FROM Span WHERE TraceId = @1 AND Events <> '[]'
                UNION
                SELECT n.SpanId, s.ParentId FROM Noted n JOIN Span s ON s.TraceId = @1 AND s.SpanId = n.Above WHERE s.ParentId IS NOT NULL AND n.Above NOT IN Top)
            SELECT {Columns} FROM Span WHERE TraceId = @1 AND SpanId IN (SELECT SpanId FROM Noted WHERE Above IN Top) ORDER BY StartedAt, SpanId
            """, traceId, JsonSerializer.Serialize(spanIds));
        return Spans(command);
    }

    /// <summary>True when the file was deleted or another was put in its place: what is read here is the old one's.</summary>
    public bool HasLostItsFile => FileIdentity.HasMoved(_connection.Handle!);

    /// <summary>A number that is another one after each change of the file, by whichever process.</summary>
    public long ChangeCount()
    {
        using var command = _connection.Command("PRAGMA data_version");
        return (long)command.ExecuteScalar()!;
    }

    // Names and kinds are few, spans are many.
    private static SpanOutline Outline(SqliteDataReader row, Dictionary<string, string> shared) => new()
    {
        SpanId = row.GetString(0),
        ParentId = row.IsDBNull(1) ? null : row.GetString(1),
        Name = Shared(row.GetString(2), shared),
        Kind = Shared(row.GetString(3), shared),
        StartedAt = TelemetryDatabase.Time(row.GetInt64(4)),
        EndedAt = row.IsDBNull(5) ? null : TelemetryDatabase.Time(row.GetInt64(5)),
        Status = Enum.Parse<SpanStatus>(row.GetString(6)),
        HasLinks = row.GetBoolean(7),
    };

    private static string Shared(string text, Dictionary<string, string> shared)
    {
        if (shared.TryGetValue(text, out string? known)) return known;
        shared.Add(text, text);
        return text;
    }
}
