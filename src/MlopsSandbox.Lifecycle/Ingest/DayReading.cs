using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Reads the column of the rows' days: each day once, in order of time. Days may be left out.</summary>
internal static class DayReading
{
    private const string Format = "yyyy-MM-dd";

    public static DateOnly[] Of(string path, CsvRecord[] rows, int position, TimeAxis time, DataProblems problems)
    {
        DateOnly[] days = new DateOnly[rows.Length];
        CsvRecord? before = null;
        foreach ((int at, CsvRecord row) in rows.Index())
        {
            string cell = row.Cells[position];
            if (!DateOnly.TryParseExact(cell, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out days[at]))
            {
                problems.Add("time-not-a-day",
                    $"{path}:{row.Line}: column '{time.Column}' is '{cell}'; expected a day that exists, such as 2006-01-31. Correct the value, or remove the row.");
                before = null;
                continue;
            }

            if (before is not null && days[at] <= days[at - 1]) problems.Add(OutOfOrder(days[at], days[at - 1]), Told(path, row, before, time, days[at], days[at - 1]));
            before = row;
        }

        return days;
    }

    private static string OutOfOrder(DateOnly day, DateOnly before) => day == before ? "time-repeated" : "time-order";

    private static string Told(string path, CsvRecord row, CsvRecord before, TimeAxis time, DateOnly day, DateOnly earlier) => day == earlier
        ? $"{path}:{row.Line}: column '{time.Column}' is {Text(day)} again, as in line {before.Line}; expected each day once. Remove one of the two rows."
        : $"{path}:{row.Line}: column '{time.Column}' is {Text(day)} after {Text(earlier)} in line {before.Line}; expected days in order of time. Sort the rows by it.";

    private static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
