using System.Diagnostics;
using MlopsSandbox.Lifecycle.Telemetry;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public class TraceCarrierTests
{
    /// <summary>The example of the W3C Trace Context recommendation, section 3.2.</summary>
    private const string TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    [Fact]
    public void Inject_Context_W3CText()
    {
        var context = new ActivityContext(ActivityTraceId.CreateFromString("4bf92f3577b34da6a3ce929d0e0e4736"),
            ActivitySpanId.CreateFromString("00f067aa0ba902b7"), ActivityTraceFlags.Recorded, "congo=t61rcWkgMzE");
        var carrier = TraceCarrier.Inject(context);
        Assert.Equal((TraceParent, "congo=t61rcWkgMzE"), (carrier["traceparent"], carrier["tracestate"]));
        var extracted = TraceCarrier.Extract(carrier);
        Assert.Equal((context.TraceId, context.SpanId, context.TraceFlags), (extracted.TraceId, extracted.SpanId, extracted.TraceFlags));
        Assert.True(extracted.IsRemote);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    public void Extract_Malformed_NoContext(string traceParent) =>
        Assert.Equal(default, TraceCarrier.Extract(new Dictionary<string, string> { ["traceparent"] = traceParent }));

    [Fact]
    public void Inject_NoContext_Nothing() => Assert.Empty(TraceCarrier.Inject(default));
}
