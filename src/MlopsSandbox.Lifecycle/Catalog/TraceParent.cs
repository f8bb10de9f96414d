using System.Diagnostics;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>A span's context as the catalog keeps it: W3C <c>traceparent</c>.</summary>
internal static class TraceParent
{
    /// <summary>The text; null for no span.</summary>
    public static string? Of(ActivityContext context) => context == default ? null
        : $"00-{context.TraceId.ToHexString()}-{context.SpanId.ToHexString()}-{(context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00")}";

    /// <summary>The context; the default one for no text.</summary>
    public static ActivityContext Read(string? traceParent, string? traceState = null) =>
        ActivityContext.TryParse(traceParent, traceState, isRemote: true, out ActivityContext context) ? context : default;
}
