namespace MlopsSandbox.Simulation.Clock;

/// <summary>Simulated time of a story: day d is [start + d days, start + d + 1 days), days from 0.</summary>
/// <param name="Start">The begin of day 0, midnight UTC.</param>
public sealed record StoryCalendar(DateTimeOffset Start)
{
    /// <summary>The calendar of every story whose days are made up.</summary>
    public static StoryCalendar Invented { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The calendar of a story that replays real days.</summary>
    /// <param name="first">Its first day.</param>
    public static StoryCalendar From(DateOnly first) => new(new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero));

    /// <summary>The begin of a day.</summary>
    public DateTimeOffset StartOf(int day) => Start.AddDays(day);

    /// <summary>The end of a day, exclusive: the time of its check.</summary>
    public DateTimeOffset EndOf(int day) => Start.AddDays(day + 1);

    /// <summary>The day that a time lies in.</summary>
    public int DayOf(DateTimeOffset time) => (int)Math.Floor((time - Start).TotalDays);

    /// <summary>The day whose end a check was made at.</summary>
    public int DayOfCheck(DateTimeOffset time) => DayOf(time) - 1;

    /// <summary>The date of a day.</summary>
    public DateOnly DateOf(int day) => DateOnly.FromDateTime(StartOf(day).UtcDateTime);

    /// <summary>When the n-th request of a day is served: they are spread evenly, the first at half a step after midnight.</summary>
    public DateTimeOffset ServedAt(int day, int request, int requestsPerDay) =>
        StartOf(day).AddTicks((long)((request + 0.5) / requestsPerDay * TimeSpan.TicksPerDay));
}
