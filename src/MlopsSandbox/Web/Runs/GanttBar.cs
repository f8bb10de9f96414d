namespace MlopsSandbox.Web.Runs;

/// <summary>One try in a Gantt chart; times in seconds from the run's start.</summary>
/// <param name="QueuedAt">When it was queued.</param>
/// <param name="StartedAt">When a job took it up; null while it is queued.</param>
/// <param name="EndsAt">When it ended; for one that has not, now.</param>
/// <param name="Word">How it stands, see <see cref="Components.StatusLook"/>.</param>
public sealed record GanttBar(double QueuedAt, double? StartedAt, double EndsAt, string Word)
{
    /// <summary>Seconds in the queue.</summary>
    public double WaitedSeconds => Math.Max(0, (StartedAt ?? EndsAt) - QueuedAt);
    /// <summary>Seconds of work; 0 while it is queued.</summary>
    public double WorkedSeconds => StartedAt is { } start ? Math.Max(0, EndsAt - start) : 0;
}
