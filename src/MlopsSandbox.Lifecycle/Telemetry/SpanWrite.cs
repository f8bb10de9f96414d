using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A row to write: what a span looked like when it started, or when it ended.</summary>
internal sealed class SpanWrite
{
    /// <summary>A span's end fills its start row; it stands alone when the start row is missing (written by a storage that failed then).</summary>
    private const string Sql = """
        INSERT INTO Span (TraceId, SpanId, ParentId, Name, Kind, Source, StartedAt, EndedAt, Status, StatusMessage, Attributes, Events, Links, Owner)
        VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)
        ON CONFLICT (TraceId, SpanId) DO UPDATE SET
            Name = excluded.Name, EndedAt = excluded.EndedAt, Attributes = excluded.Attributes, Events = excluded.Events, Links = excluded.Links,
            Status = CASE WHEN ClosedAt IS NULL THEN excluded.Status ELSE Status END,
            StatusMessage = CASE WHEN ClosedAt IS NULL THEN excluded.StatusMessage ELSE StatusMessage END
        WHERE excluded.EndedAt IS NOT NULL
        """;

    private readonly object?[] _values;

    private SpanWrite(Activity span, string owner, DateTimeOffset? endedAt) => _values =
    [
        span.TraceId.ToHexString(),
        span.SpanId.ToHexString(),
        span.ParentSpanId == default ? null : span.ParentSpanId.ToHexString(),
        span.DisplayName,
        KindName(span.Kind),
        span.Source.Name,
        TelemetryDatabase.Nanoseconds(span.StartTimeUtc),
        endedAt is { } end ? TelemetryDatabase.Nanoseconds(end) : null,
        StatusName(span.Status),
        span.StatusDescription,
        SpanJson.Attributes(span),
        SpanJson.Events(span),
        SpanJson.Links(span),
        owner,
    ];

    public static SpanWrite Started(Activity span, string owner) => new(span, owner, endedAt: null);

    public static SpanWrite Ended(Activity span, string owner) => new(span, owner, span.StartTimeUtc + span.Duration);

    /// <summary>A command that is prepared once and filled for each row.</summary>
    public static SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.Command(Sql, new object?[14]);
        command.Prepare();
        return command;
    }

    public void Run(SqliteCommand prepared)
    {
        for (var i = 0; i < _values.Length; i++) prepared.Parameters[i].Value = _values[i] ?? DBNull.Value;
        prepared.ExecuteNonQuery();
    }

    private static string KindName(ActivityKind kind) => kind switch
    {
        ActivityKind.Server => "server",
        ActivityKind.Client => "client",
        ActivityKind.Producer => "producer",
        ActivityKind.Consumer => "consumer",
        _ => "internal",
    };

    private static string StatusName(ActivityStatusCode status) => status switch
    {
        ActivityStatusCode.Ok => nameof(SpanStatus.Ok),
        ActivityStatusCode.Error => nameof(SpanStatus.Error),
        _ => nameof(SpanStatus.Unset),
    };
}
