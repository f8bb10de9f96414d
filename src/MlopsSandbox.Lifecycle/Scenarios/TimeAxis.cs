namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Rows are days: one row a day at most, in order of time.</summary>
/// <param name="Column">The column of the file that holds the day, as <c>2006-01-31</c>.</param>
/// <param name="Holidays">Named days of every year, for the calendar feature <c>holiday</c>; of two on the same day the first counts.</param>
public sealed record TimeAxis(string Column, IReadOnlyList<Holiday> Holidays);
