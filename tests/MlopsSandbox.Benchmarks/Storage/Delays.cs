namespace MlopsSandbox.Benchmarks.Storage;

/// <summary>How long things took, in milliseconds.</summary>
internal readonly record struct Delays(double P50, double P99)
{
    public static Delays Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToArray();
        return new Delays(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }
}
