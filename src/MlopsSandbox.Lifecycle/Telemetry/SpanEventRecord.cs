using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Something that happened in a span.</summary>
/// <param name="Name">Such as <c>exception</c>.</param>
/// <param name="At">Wall time.</param>
/// <param name="Attributes">What is known of it.</param>
public sealed record SpanEventRecord(string Name, DateTimeOffset At, IReadOnlyDictionary<string, JsonElement> Attributes);
