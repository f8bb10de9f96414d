namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>What a drawing of a trace needs to know of a span: a fraction of what <see cref="SpanRecord"/> takes, so that traces of many thousand spans fit.</summary>
public sealed record SpanOutline
{
    /// <summary>16 hexadecimal digits.</summary>
    public required string SpanId { get; init; }
    /// <summary>The parent's span id; null for the root of a trace.</summary>
    public string? ParentId { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary><c>internal</c>, <c>server</c>, <c>client</c>, <c>producer</c> or <c>consumer</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>Wall time.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>Wall time; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>How it ended.</summary>
    public SpanStatus Status { get; init; }
    /// <summary>True when it links to a span of another trace.</summary>
    public bool HasLinks { get; init; }
}
