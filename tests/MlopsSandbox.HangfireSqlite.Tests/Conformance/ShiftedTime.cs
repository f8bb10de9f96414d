namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>The system's clock, put forward: what has a date ages at once, while timers and servers go on as ever.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _aheadTicks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _aheadTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));
}
