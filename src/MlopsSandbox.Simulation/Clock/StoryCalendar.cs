namespace MlopsSandbox.Simulation.Clock;

/// <summary>Simulated time of a story: day d is [start + d days, start + d + 1 days), days from 0.</summary>
public static class StoryCalendar
{
    /// <summary>The begin of every story.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The begin of a day.</summary>
    public static DateTimeOffset StartOf(int day) => Start.AddDays(day);

    /// <summary>The end of a day, exclusive: the time of its check.</summary>
    public static DateTimeOffset EndOf(int day) => Start.AddDays(day + 1);

    /// <summary>The day that a time lies in.</summary>
    public static int DayOf(DateTimeOffset time) => (int)Math.Floor((time - Start).TotalDays);

    /// <summary>The day whose end a check was made at.</summary>
    public static int DayOfCheck(DateTimeOffset time) => DayOf(time) - 1;

    /// <summary>When the n-th request of a day is served: they are spread evenly, the first at half a step after midnight.</summary>
    public static DateTimeOffset ServedAt(int day, int request, int requestsPerDay) =>
        StartOf(day).AddTicks((long)((request + 0.5) / requestsPerDay * TimeSpan.TicksPerDay));
}
