namespace MlopsSandbox.Workflows.Schedules;

/// <summary>Due after a time span, and each time span again.</summary>
/// <param name="Interval">The time span; zero or less is due at once.</param>
public sealed record IntervalSchedule(TimeSpan Interval) : Schedule
{
    /// <inheritdoc/>
    public override DateTimeOffset DueFrom(DateTimeOffset now) =>
        Interval > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : Interval < DateTimeOffset.MinValue - now ? DateTimeOffset.MinValue : now + Interval;

    /// <inheritdoc/>
    public override DateTimeOffset? DueAgain(DateTimeOffset due, DateTimeOffset now) => DueFrom(due) is var next && next > now ? next : DueFrom(now);

    /// <summary><c>every 00:05:00</c>.</summary>
    public override string ToString() => $"every {Interval:c}";
}
