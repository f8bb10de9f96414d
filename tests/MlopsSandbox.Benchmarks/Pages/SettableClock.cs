namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>A clock that stands where it is set: rows are made long after the time that they tell of.</summary>
internal sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
