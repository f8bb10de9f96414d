using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>A link to a span of another trace.</summary>
/// <param name="TraceId">Its trace.</param>
/// <param name="SpanId">The span.</param>
/// <param name="Attributes">Among them <see cref="TelemetryNames.Attributes.LinkKind"/>.</param>
public sealed record SpanLinkRecord(string TraceId, string SpanId, IReadOnlyDictionary<string, JsonElement> Attributes);
