namespace MlopsSandbox.Web.Runs;

/// <summary>A row of a Gantt chart: an activity, or one of its trials.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Title">What the row is called.</param>
/// <param name="Depth">Containers around it.</param>
/// <param name="Bars">Its tries in order; empty for what takes no time of its own.</param>
public sealed record GanttRow(string ActivityId, string Title, int Depth, IReadOnlyList<GanttBar> Bars)
{
    /// <summary>How the activity stands; empty while the run has not come to it.</summary>
    public string Word { get; init; } = "";
    /// <summary>The port that it left by; null before.</summary>
    public string? Outcome { get; init; }
    /// <summary>Its trials, which are folded until somebody asks.</summary>
    public IReadOnlyList<GanttRow> Trials { get; init; } = [];
    /// <summary>Seconds in the queue, all tries.</summary>
    public double WaitedSeconds => Bars.Sum(bar => bar.WaitedSeconds);
    /// <summary>Seconds of work, all tries.</summary>
    public double WorkedSeconds => Bars.Sum(bar => bar.WorkedSeconds);
}
