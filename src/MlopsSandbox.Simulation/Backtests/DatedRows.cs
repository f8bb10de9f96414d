using MlopsSandbox.Lifecycle.Ingest;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>Rows with their days, and which of them are known when.</summary>
/// <param name="table">Rows whose days ascend.</param>
/// <param name="delayDays">Days from a row to its label.</param>
internal sealed class DatedRows(Table table, int delayDays)
{
    private readonly DateOnly[] _days = table.Days ?? throw new ArgumentException("The rows have no days; expected a scenario with \"time\".", nameof(table));

    public Table Table => table;

    public DateOnly DayOf(int position) => _days[position];

    /// <summary>Position of the first row on or after a day.</summary>
    public int PositionOf(DateOnly day)
    {
        int found = Array.BinarySearch(_days, day);
        return found < 0 ? ~found : found;
    }

    /// <summary>Rows before this position have their label at the begin of a day: rows are served at noon.</summary>
    public int KnownBy(DateOnly day) => PositionOf(day.AddDays(-delayDays));

    /// <summary>The begin of each month between two days, the first excluded.</summary>
    public static IEnumerable<DateOnly> Months(DateOnly from, DateOnly until)
    {
        for (DateOnly month = new DateOnly(from.Year, from.Month, 1).AddMonths(1); month < until; month = month.AddMonths(1)) yield return month;
    }
}
