using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Web.Runs;

/// <summary>Where a run's time went: a row an activity, in the order of the definition's tree. Pure.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Seconds">From the run's start to its end, or to now; to its last work while it waits. Above 0.</param>
public sealed record Gantt(IReadOnlyList<GanttRow> Rows, double Seconds)
{
    private const int MostSteps = 6;
    private const double LongestInSeconds = 90;
    private static readonly int[] RoundSteps = [1, 2, 5, 10];
    private static readonly double[] RoundTimes = [20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

    /// <summary>The chart of a run.</summary>
    /// <param name="definition">Its definition.</param>
    /// <param name="run">The run.</param>
    /// <param name="states">How its activities stand.</param>
    /// <param name="titles">What the activities are called, by id.</param>
    /// <param name="now">The end of what has not ended.</param>
    internal static Gantt Of(WorkflowDefinition definition, RunRow run, IReadOnlyDictionary<string, ActivityState> states, IReadOnlyDictionary<string, string> titles, DateTimeOffset now)
    {
        DateTimeOffset end = run.EndedAt ?? LastWork(run, states.Values) ?? now;
        return new Gantt([.. definition.Activities.Where(activity => titles.ContainsKey(activity.Id)).Select(activity => RowOf(activity, states[activity.Id]))], Math.Max(0.001, (end - run.StartedAt).TotalSeconds));

        GanttRow RowOf(ActivityDefinition activity, ActivityState state) => new(activity.Id, titles[activity.Id], Depth(activity), [.. state.Attempts.Select(BarOf)])
        {
            Word = state.Word,
            Outcome = state.Outcomes.Count == 0 ? null : string.Join(", ", state.Outcomes),
            Trials = [.. state.Trials.GroupBy(trial => trial.Trial).Select(tries => new GanttRow(activity.Id, $"trial {tries.Key + 1}", Depth(activity) + 1, [.. tries.Select(BarOf)]) { Word = StageWord.Of(tries.Last()) })],
        };

        GanttBar BarOf(StageExecutionRow stage) => new(At(stage.QueuedAt), stage.StartedAt is { } start ? At(start) : null, At(stage.EndedAt ?? end), StageWord.Of(stage));

        double At(DateTimeOffset time) => Math.Max(0, (time - run.StartedAt).TotalSeconds);
    }

    // A run that waits for somebody is shown up to there: the wait would press all that it did into a line.
    private static DateTimeOffset? LastWork(RunRow run, IEnumerable<ActivityState> states)
    {
        if (run.Status is not (RunStatus.Waiting or RunStatus.Paused)) return null;
        StageExecutionRow[] tries = [.. states.SelectMany(state => state.Attempts.Concat(state.Trials))];
        return tries.All(one => one.EndedAt is not null) ? tries.Max(one => one.EndedAt) : null;
    }

    /// <summary>Round times to write at the axis, in seconds, from 0 and at most seven.</summary>
    public IReadOnlyList<double> Ticks()
    {
        double step = Seconds <= LongestInSeconds ? DecimalStep() : RoundTimes.FirstOrDefault(time => Seconds / time <= MostSteps, DecimalStep());
        return [.. Enumerable.Range(0, (int)Math.Floor((Seconds / step) + 1e-9) + 1).Select(tick => tick * step)];
    }

    /// <summary>A time on the axis, in words.</summary>
    public static string Tick(double seconds) => seconds switch
    {
        0 => "0",
        < 1 => FormattableString.Invariant($"{seconds * 1000:0.##} ms"),
        < 60 => FormattableString.Invariant($"{seconds:0.##} s"),
        _ when seconds % 3600 == 0 => FormattableString.Invariant($"{seconds / 3600:0} h"),
        _ when seconds % 60 == 0 => FormattableString.Invariant($"{seconds / 60:0} min"),
        _ => Figures.Duration(seconds),
    };

    private double DecimalStep()
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Seconds / MostSteps)));
        return power * RoundSteps.First(factor => Seconds / (factor * power) <= MostSteps);
    }

    // The outermost container is the drawing itself.
    private static int Depth(ActivityDefinition activity) => activity.Container is { Container: not null } container ? Depth(container) + 1 : 0;
}
