using System.Globalization;

namespace MlopsSandbox.Workflows.Schedules;

/// <summary>Due at a time, once.</summary>
/// <param name="Time">The time; one in the past is due at once.</param>
public sealed record TimeSchedule(DateTimeOffset Time) : Schedule
{
    /// <inheritdoc/>
    public override DateTimeOffset DueFrom(DateTimeOffset now) => Time;

    /// <inheritdoc/>
    public override DateTimeOffset? DueAgain(DateTimeOffset due, DateTimeOffset now) => null;

    /// <summary><c>at 2026-03-01T06:00:00.0000000Z</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at {Time.UtcDateTime:O}");
}
