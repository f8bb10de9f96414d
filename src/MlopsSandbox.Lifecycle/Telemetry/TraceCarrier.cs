using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Carries a span's context through a job's parameters, as W3C <c>traceparent</c> and <c>tracestate</c>.</summary>
public static class TraceCarrier
{
    private static readonly TraceContextPropagator Propagator = new();

    /// <summary>The context as text; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> Inject(ActivityContext context)
    {
        var carrier = new Dictionary<string, string>(StringComparer.Ordinal);
        Propagator.Inject(new PropagationContext(context, default(Baggage)), carrier, static (to, key, value) => to[key] = value);
        return carrier;
    }

    /// <summary>The context that <see cref="Inject"/> wrote; the default one when the carrier holds none or a malformed one.</summary>
    public static ActivityContext Extract(IReadOnlyDictionary<string, string> carrier) =>
        Propagator.Extract(default, carrier, static (from, key) => from.TryGetValue(key, out var value) ? [value] : []).ActivityContext;
}
