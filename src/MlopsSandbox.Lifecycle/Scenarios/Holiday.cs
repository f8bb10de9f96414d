namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A day that comes back each year by a rule: on a date, or on the n-th weekday of a month.</summary>
/// <param name="Name">Its name, which becomes the feature's value.</param>
/// <param name="Month">1 to 12.</param>
public abstract record Holiday(string Name, int Month)
{
    /// <summary>True when the rule names this day.</summary>
    public abstract bool IsOn(DateOnly day);
}

/// <summary>On the same date each year; one on 29 February comes in leap years only.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month.</param>
public sealed record DateHoliday(string Name, int Month, int Day) : Holiday(Name, Month)
{
    /// <inheritdoc/>
    public override bool IsOn(DateOnly day) => day.Month == Month && day.Day == Day;
}

/// <summary>On the n-th weekday of a month, or some days after it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Weekday">The weekday that is counted.</param>
/// <param name="Week">1 to 4 from the month's begin; −1 for the last of the month.</param>
/// <param name="Plus">Days after that weekday, 0 to 6.</param>
public sealed record WeekdayHoliday(string Name, int Month, DayOfWeek Weekday, int Week, int Plus) : Holiday(Name, Month)
{
    /// <inheritdoc/>
    public override bool IsOn(DateOnly day)
    {
        if (day.DayNumber < Plus) return false;
        DateOnly counted = day.AddDays(-Plus);
        bool isTheWeek = Week > 0 ? (counted.Day + 6) / 7 == Week : counted.Day + 7 > DateTime.DaysInMonth(counted.Year, counted.Month);
        return counted.Month == Month && counted.DayOfWeek == Weekday && isTheWeek;
    }
}
