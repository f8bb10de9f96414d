using System.Diagnostics;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Features that follow from the rows' days: what a calendar tells, and labels of earlier days. Pure.</summary>
/// <param name="time">Names the holidays.</param>
/// <param name="days">The day of each row, ascending, each once.</param>
/// <param name="labels">The label of each row.</param>
internal sealed class DerivedColumns(TimeAxis time, DateOnly[] days, double[] labels)
{
    /// <summary>The value of <see cref="CalendarPart.Holiday"/> on all other days.</summary>
    private const string NoHoliday = "none";
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private readonly Dictionary<int, double> _labelOf = days.Zip(labels).ToDictionary(row => row.First.DayNumber, row => row.Second);

    /// <summary>The column of a derived feature. By the day, not by the row: a day that is not in the file moves nothing.</summary>
    public Column Of(Feature feature, Derivation derivation) => derivation switch
    {
        LagDerivation lag => new NumericColumn(feature.Name, [.. days.Select(day => MeanBefore(day, lag))]),
        CalendarDerivation { Part: CalendarPart.DayOfYear } => new NumericColumn(feature.Name, [.. days.Select(day => (double)day.DayOfYear)]),
        CalendarDerivation calendar => new CategoricalColumn(feature.Name, [.. days.Select(day => Named(day, calendar.Part))]),
        _ => throw new UnreachableException($"no rule for {derivation.GetType().Name}"),
    };

    private string Named(DateOnly day, CalendarPart part) => part switch
    {
        CalendarPart.Weekday => day.DayOfWeek.ToString().ToLowerInvariant(),
        CalendarPart.Month => Months[day.Month - 1],
        CalendarPart.Holiday => time.Holidays.FirstOrDefault(holiday => holiday.IsOn(day))?.Name ?? NoHoliday,
        _ => throw new UnreachableException($"{part} is a number"),
    };

    private double MeanBefore(DateOnly day, LagDerivation lag)
    {
        double sum = 0;
        int known = 0;
        for (int step = 0; step < lag.Count; step++)
        {
            if (!_labelOf.TryGetValue(day.DayNumber - lag.Days - (step * lag.Every), out double label)) continue;
            sum += label;
            known++;
        }

        return known == 0 ? double.NaN : sum / known;
    }
}
