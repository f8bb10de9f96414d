using System.Globalization;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A question about traces as SQL.</summary>
internal sealed class TraceSearch
{
    private readonly List<object?> _values = [];
    private readonly List<string> _conditions = ["1 = 1"];
    private readonly TraceQuery _query;
    private readonly string _from;

    public TraceSearch(TraceQuery query)
    {
        _query = query;
        _from = query.AttributeName is null ? "Trace t"
            : $"TraceAttribute a JOIN Trace t ON t.TraceId = a.TraceId AND a.Name = {Place(query.AttributeName)} AND a.Value = {Place(query.AttributeValue)}";
        if (query.Text is { Length: > 0 } text && Place(SearchText.Pattern(text)) is var pattern) _conditions.Add($"(t.RootName LIKE {pattern} ESCAPE '!' OR t.RunId LIKE {pattern} ESCAPE '!')");
        if (query.OnlyErrors) _conditions.Add("t.ErrorCount > 0");
        if (query.MinimumDuration is { } least) _conditions.Add($"t.Duration >= {Place(least.Ticks * TimeSpan.NanosecondsPerTick)}");
        if (query.StartedFrom is { } from) _conditions.Add($"t.StartedAt >= {Place(TelemetryDatabase.Nanoseconds(from))}");
        if (query.StartedTo is { } to) _conditions.Add($"t.StartedAt < {Place(TelemetryDatabase.Nanoseconds(to))}");
    }

    /// <summary>How many there are.</summary>
    public SqliteCommand Count(SqliteConnection connection) => connection.Command($"SELECT count(*) FROM {_from} WHERE {Where}", [.. _values]);

    /// <summary>The page, in its order.</summary>
    public SqliteCommand Page(SqliteConnection connection) => connection.Command($"""
        SELECT t.TraceId, t.RootName, t.StartedAt, t.Duration, t.SpanCount, t.OpenCount, t.ErrorCount, t.Status, t.RunId FROM {_from} WHERE {Where}
        ORDER BY {(_query.Order == TraceOrder.Longest ? "t.Duration" : "t.StartedAt")} DESC, t.TraceId DESC LIMIT {Place(_query.Take)} OFFSET {Place(_query.Skip)}
        """, [.. _values]);

    private string Where => string.Join(" AND ", _conditions);

    private string Place(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"@{_values.Count}");
    }
}
