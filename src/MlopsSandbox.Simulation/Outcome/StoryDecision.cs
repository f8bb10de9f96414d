using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Simulation.Clock;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>What the retrain policy chose at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Choice"><c>none</c>, <c>wait</c> or <c>retrain</c>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="ReportId">The report that it answers, or null.</param>
/// <param name="ChangedDay">Estimated first day of the change, or null.</param>
public sealed record StoryDecision(int Day, string Choice, string Reason, string? ReportId, int? ChangedDay)
{
    /// <summary>A decision of the catalog.</summary>
    public static StoryDecision Of(StoryCalendar calendar, RetrainDecisionRow row) =>
        new(calendar.DayOfCheck(row.At), row.Choice, row.Reason, row.ReportId, row.ChangedAt is { } at ? calendar.DayOf(at) : null);
}
