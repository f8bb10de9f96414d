using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Clock;

namespace MlopsSandbox.Simulation.Traffic;

/// <summary>Turns a day's rows and their scores into captured requests. Pure.</summary>
internal static class DayTraffic
{
    /// <summary>One request a row, in order, each with the label that will arrive.</summary>
    /// <param name="calendar">Of the story.</param>
    /// <param name="rows">The rows as served.</param>
    /// <param name="scores">The answers, in the same order.</param>
    /// <param name="day">The day.</param>
    /// <param name="firstSequence">Sequence of the first request at its endpoint.</param>
    /// <param name="version">Model version that answers.</param>
    /// <param name="delayDays">Days from a request to its label.</param>
    /// <param name="shadow">What the first model that served would have answered; null where nobody asks it.</param>
    public static IReadOnlyList<CapturedRequest> Capture(StoryCalendar calendar, Table rows, double[] scores, int day, long firstSequence, int version, int delayDays,
        double[]? shadow = null) =>
    [
        .. Enumerable.Range(0, rows.Count).Select(position =>
        {
            DateTimeOffset servedAt = calendar.ServedAt(day, position, rows.Count);
            return new CapturedRequest(firstSequence + position, rows.RowIds[position], servedAt, FeaturesOf(rows, position), scores[position], version,
                rows.Labels[position], servedAt.AddDays(delayDays))
            {
                ShadowScore = shadow?[position],
            };
        }),
    ];

    private static Dictionary<string, JsonElement> FeaturesOf(Table rows, int position) => rows.Columns.ToDictionary(column => column.Name, column => column switch
    {
        NumericColumn numbers => double.IsNaN(numbers.Values[position]) ? Null : JsonSerializer.SerializeToElement(numbers.Values[position]),
        CategoricalColumn texts => JsonSerializer.SerializeToElement(texts.Values[position]),
        _ => throw new ArgumentException($"Column '{column.Name}' is a {column.GetType().Name}; expected a numeric or categorical one."),
    });

    private static JsonElement Null { get; } = JsonSerializer.SerializeToElement<object?>(null);
}
