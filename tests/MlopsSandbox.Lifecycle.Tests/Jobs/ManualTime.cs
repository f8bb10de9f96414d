namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A wall clock that a test moves; timers run by the real one.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
