using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Reads <c>telemetry.db</c>, also while processes write it.</summary>
public sealed partial class TelemetryReader : IDisposable
{
    private const string Columns =
        "TraceId, SpanId, ParentId, Name, Kind, Source, StartedAt, coalesce(ClosedAt, EndedAt), Status, StatusMessage, Attributes, Events, Links, Owner";

    private readonly SqliteConnection _connection;

    /// <summary>Opens the file, and creates it when there is none.</summary>
    /// <exception cref="TelemetryDatabaseException">The file can't be used.</exception>
    public TelemetryReader(string path) => _connection = TelemetryDatabase.Open(path);

    /// <summary>All spans of a trace, by start; empty when there is no such trace.</summary>
    public IReadOnlyList<SpanRecord> Trace(string traceId) =>
        Spans($"SELECT {Columns} FROM Span WHERE TraceId = @1 ORDER BY StartedAt, SpanId", traceId);

    /// <summary>The trace as trees: one, when every span's parent is there.</summary>
    public IReadOnlyList<SpanNode> Tree(string traceId) => SpanNode.TreesOf(Trace(traceId));

    /// <summary>Some of the traces, and how many there are.</summary>
    /// <exception cref="ArgumentException">The query can't be asked, see <see cref="TraceQuery.Problems"/>.</exception>
    public TracesPage Traces(TraceQuery query)
    {
        PageBounds.Require(query.Problems());
        TraceSearch search = new(query);
        using var transaction = _connection.BeginTransaction(deferred: true);
        using var count = search.Count(_connection);
        var total = checked((int)(long)count.ExecuteScalar()!);
        using var page = search.Page(_connection);
        using var rows = page.ExecuteReader();
        var traces = new List<TraceSummary>();
        while (rows.Read()) traces.Add(Summary(rows));
        return new TracesPage(traces, total);
    }

    /// <summary>The run that a trace tells of; null for none, and for a trace that is not here.</summary>
    public string? RunOf(string traceId)
    {
        using var command = _connection.Command("SELECT RunId FROM Trace WHERE TraceId = @1", traceId);
        return command.ExecuteScalar() as string;
    }

    /// <summary>Spans of other traces that link to a span of this one, the newest first: what it caused, or what watches it.</summary>
    /// <param name="traceId">The trace.</param>
    /// <param name="most">Spans to give at most; from 1.</param>
    public IReadOnlyList<SpanRecord> LinkedFrom(string traceId, int most = 100)
    {
        using var command = _connection.Command($"""
            SELECT {Columns} FROM TraceLink l JOIN Span s ON s.TraceId = l.FromTraceId AND s.SpanId = l.FromSpanId
            WHERE l.ToTraceId = @1 ORDER BY StartedAt DESC, TraceId, SpanId LIMIT @2
            """, traceId, most);
        return Spans(command);
    }

    /// <summary>Tokens of the processes that have open spans, dead or alive.</summary>
    public IReadOnlyList<string> OpenOwners()
    {
        using var command = _connection.Command("SELECT DISTINCT Owner FROM Span WHERE EndedAt IS NULL ORDER BY Owner");
        using var rows = command.ExecuteReader();
        var owners = new List<string>();
        while (rows.Read()) owners.Add(rows.GetString(0));
        return owners;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private List<SpanRecord> Spans(string sql, string value)
    {
        using var command = _connection.Command(sql, value);
        return Spans(command);
    }

    private static List<SpanRecord> Spans(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var spans = new List<SpanRecord>();
        while (rows.Read()) spans.Add(Span(rows));
        return spans;
    }

    private static TraceSummary Summary(SqliteDataReader row) => new()
    {
        TraceId = row.GetString(0),
        Name = row.GetString(1),
        StartedAt = TelemetryDatabase.Time(row.GetInt64(2)),
        Duration = row.IsDBNull(3) ? null : TimeSpan.FromTicks(row.GetInt64(3) / TimeSpan.NanosecondsPerTick),
        Spans = row.GetInt32(4),
        OpenSpans = row.GetInt32(5),
        Errors = row.GetInt32(6),
        Status = Enum.Parse<SpanStatus>(row.GetString(7)),
        RunId = row.IsDBNull(8) ? null : row.GetString(8),
    };

    private static SpanRecord Span(SqliteDataReader row) => new()
    {
        TraceId = row.GetString(0),
        SpanId = row.GetString(1),
        ParentId = row.IsDBNull(2) ? null : row.GetString(2),
        Name = row.GetString(3),
        Kind = row.GetString(4),
        Source = row.GetString(5),
        StartedAt = TelemetryDatabase.Time(row.GetInt64(6)),
        EndedAt = row.IsDBNull(7) ? null : TelemetryDatabase.Time(row.GetInt64(7)),
        Status = Enum.Parse<SpanStatus>(row.GetString(8)),
        StatusMessage = row.IsDBNull(9) ? null : row.GetString(9),
        Attributes = SpanJson.ReadAttributes(row.GetString(10)),
        Events = SpanJson.ReadEvents(row.GetString(11)),
        Links = SpanJson.ReadLinks(row.GetString(12)),
        Owner = row.GetString(13),
    };
}
