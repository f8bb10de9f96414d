using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Reads <c>time</c>.</summary>
internal static class TimeSections
{
    private static readonly string[] Weekdays = [.. Enum.GetNames<DayOfWeek>().Select(name => name.ToLowerInvariant())];

    /// <summary>The rows' days; null when the file tells of none.</summary>
    public static TimeAxis? AxisOf(ScenarioReading reading, LocatedJson? whole)
    {
        if (!ScenarioReading.Has(whole, "time")) return null;
        LocatedJson? time = reading.Object(whole, "time", "column", "holidays");
        string column = reading.Text(time, "column", "the column that holds the row's day");
        IReadOnlyList<LocatedJson> holidays = ScenarioReading.Has(time, "holidays") ? reading.Items(time, "holidays", "an array of named days") : [];
        return new TimeAxis(column, [.. holidays.Select(item => HolidayOf(reading, item)).OfType<Holiday>()]);
    }

    private static Holiday? HolidayOf(ScenarioReading reading, LocatedJson item)
    {
        const string form = "{ name, month, day } or { name, month, weekday, week }";
        if (item.Kind != JsonValueKind.Object)
        {
            reading.Refuse(item, $"is {item.Raw}", form, "Change the item.");
            return null;
        }

        bool isDate = ScenarioReading.Has(item, "day");
        if (isDate) reading.RefuseUnknown(item, "name", "month", "day");
        else reading.RefuseUnknown(item, "name", "month", "weekday", "week", "plus");
        string name = reading.Text(item, "name", "the holiday's name");
        int month = reading.Whole(item, "month", 1, 12, "a year");
        return isDate
            ? new DateHoliday(name, month, reading.Whole(item, "day", 1, DateTime.DaysInMonth(2000, month), "that month, in a leap year"))
            : new WeekdayHoliday(name, month, (DayOfWeek)Array.IndexOf(Weekdays, reading.OneOf(item, "weekday", Weekdays)), WeekOf(reading, item), reading.OptionalWhole(item, "plus", 0, 6, "days", 0));
    }

    private static int WeekOf(ScenarioReading reading, LocatedJson item)
    {
        double week = reading.Number(item, "week", value => value is 1 or 2 or 3 or 4 or -1, "1 to 4, or -1 for the last of the month");
        return double.IsNaN(week) ? 1 : (int)week;
    }
}
