namespace MlopsSandbox.Benchmarks;

/// <summary>The time of day as browsers count it.</summary>
internal static class UnixTime
{
    /// <summary>Milliseconds since 1970, with their fractions.</summary>
    public static double Milliseconds => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
