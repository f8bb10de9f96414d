using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What runs wait for in time.</summary>
public sealed class Timers
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;
    private DateTimeOffset? _firingAt;

    internal Timers(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>The timers of a run, the first due first.</summary>
    public IReadOnlyList<TimerRow> Of(string runId) => _session.Query($"SELECT * FROM timers WHERE run_id = {runId} ORDER BY due_at, position", Read);

    /// <summary>True when a timer is due by the clock of a story.</summary>
    public bool AnyDueIn(string storyId) => _session.Count($"""
        SELECT COUNT(*) AS value FROM stories s JOIN timers t ON t.story_id = s.id AND t.due_at <= s.simulated_at WHERE s.id = {storyId}
        """) > 0;

    /// <summary>True when a run of a story waits for a time.</summary>
    public bool AnyIn(string storyId) => _session.Count($"SELECT COUNT(*) AS value FROM timers WHERE story_id = {storyId}") > 0;

    /// <summary>The timer that is to fire next, of those that are due by the clock of their run; null when none is.</summary>
    /// <remarks>By the index, story by story: SQLite takes the tables of a cross join in the order written, so that timers of no story cost nothing.</remarks>
    internal TimerRow? NextDue() =>
        _session.First($"SELECT * FROM timers WHERE story_id IS NULL AND due_at <= {_now} ORDER BY due_at, position LIMIT 1", Read)
        ?? _session.First($"""
            SELECT t.* FROM stories s CROSS JOIN timers t WHERE t.story_id = s.id AND t.due_at <= s.simulated_at ORDER BY t.due_at, t.position LIMIT 1
            """, Read);

    /// <summary>When the first timer by the real clock is due; null when there is none.</summary>
    internal DateTimeOffset? NextByRealClock() => _session.Query(
        $"SELECT due_at FROM timers WHERE story_id IS NULL ORDER BY due_at, position LIMIT 1", row => (DateTimeOffset?)row.Time("due_at")).FirstOrDefault();

    /// <summary>Sets a timer, in place of one that the execution has set for the same purpose.</summary>
    internal void Set(string runId, StartTimer timer)
    {
        // A story's clock stands still as long as a run of it is unfinished.
        var (storyId, now) = timer.Purpose == TimerPurpose.Retry ? (null, _now) : ClockOf(runId);
        Cancel(runId, timer.ExecutionId, timer.Purpose);
        _session.Execute($"""
            INSERT INTO timers (run_id, execution_id, purpose, position, story_id, due_at)
            VALUES ({runId}, {timer.ExecutionId}, {timer.Purpose}, {_session.Next("position")}, {storyId}, {timer.When.DueFrom(now)})
            """);
    }

    /// <summary>Takes a timer to fire it. What is set in the same transaction counts from the moment at which it was due, when a story's clock has passed it.</summary>
    /// <returns>False when it has fired before, was set anew, or is no longer wanted.</returns>
    internal bool Take(TimerRow timer)
    {
        if (timer.StoryId is not null) _firingAt = timer.DueAt;
        return _session.Execute($"""
            DELETE FROM timers WHERE run_id = {timer.RunId} AND execution_id = {timer.ExecutionId} AND purpose = {timer.Purpose} AND due_at = {timer.DueAt}
            """) == 1;
    }

    /// <summary>An execution no longer waits.</summary>
    internal void Cancel(string runId, string executionId) => _session.Execute($"DELETE FROM timers WHERE run_id = {runId} AND execution_id = {executionId}");

    /// <summary>A timer is no longer wanted.</summary>
    internal void Cancel(string runId, string executionId, TimerPurpose purpose) =>
        _session.Execute($"DELETE FROM timers WHERE run_id = {runId} AND execution_id = {executionId} AND purpose = {purpose}");

    // A run may have been started at a time to which its story's clock is moved only in the same transaction.
    private (string? StoryId, DateTimeOffset Now) ClockOf(string runId) => _session.Query($"""
        SELECT r.story_id, r.simulated_at AS started_at, s.simulated_at FROM runs r LEFT JOIN stories s ON s.id = r.story_id WHERE r.id = {runId}
        """, row => row.TextOrNull("story_id") is { } story
            ? (story, _firingAt ?? Later(row.Time("started_at"), row.Time("simulated_at")))
            : ((string?)null, _now))[0];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static TimerRow Read(Row row) => new(
        row.Text("run_id"), row.Text("execution_id"), row.Word<TimerPurpose>("purpose"), row.Time("due_at"), row.TextOrNull("story_id"));
}
