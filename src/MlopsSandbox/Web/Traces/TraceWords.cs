using System.Text.Json;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Web.Traces;

/// <summary>Traces and spans in words.</summary>
internal static class TraceWords
{
    /// <summary>How a trace stands: a status that every page knows.</summary>
    public static string State(TraceSummary trace) => trace switch
    {
        { OpenSpans: > 0 } => "running",
        { Status: SpanStatus.Interrupted } => "interrupted",
        { Errors: > 0 } or { Status: SpanStatus.Error } => "failed",
        _ => "ok",
    };

    /// <summary>How a span stands.</summary>
    public static string State(SpanRecord span) => span switch
    {
        { Status: SpanStatus.Interrupted } => "interrupted",
        { Status: SpanStatus.Error } => "failed",
        { EndedAt: null } => "running",
        _ => "ok",
    };

    /// <summary>An attribute's value: a text as it is, anything else as in JSON.</summary>
    public static string Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>What a link leads to, by its kind.</summary>
    public static string LinkTo(SpanLinkRecord link) => Kind(link) switch
    {
        TelemetryNames.Links.DriftCheck => "The drift check that caused it",
        TelemetryNames.Links.Deployment => "The deployment that it watches",
        TelemetryNames.Links.ParentRun => "The run that dispatched it",
        TelemetryNames.Links.Rerun => "The run that it repeats",
        _ => "Linked to",
    };

    /// <summary>What a link comes from, by its kind.</summary>
    public static string LinkFrom(SpanLinkRecord link) => Kind(link) switch
    {
        TelemetryNames.Links.DriftCheck => "The retrain that it caused",
        TelemetryNames.Links.Deployment => "A drift check that watches it",
        TelemetryNames.Links.ParentRun => "A run that it dispatched",
        TelemetryNames.Links.Rerun => "A run that repeats it",
        _ => "Linked from",
    };

    private static string? Kind(SpanLinkRecord link) => link.Attributes.TryGetValue(TelemetryNames.Attributes.LinkKind, out JsonElement kind) ? kind.GetString() : null;
}
