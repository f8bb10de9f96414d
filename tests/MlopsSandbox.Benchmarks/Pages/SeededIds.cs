using System.Diagnostics;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>Ids of traces and spans that come from a seed.</summary>
internal static class SeededIds
{
    public static ActivityTraceId Trace(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return ActivityTraceId.CreateFromBytes(bytes);
    }

    public static ActivitySpanId Span(Random random)
    {
        Span<byte> bytes = stackalloc byte[8];
        random.NextBytes(bytes);
        return ActivitySpanId.CreateFromBytes(bytes);
    }
}
