using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The stories and their simulated clocks.</summary>
public sealed class Stories
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Stories(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>Begins a story, with a model group and an endpoint of its own. Where nothing is said, it plays at full speed, and whoever begins it drives it.</summary>
    public StoryRow Begin(string scenario, string scenarioFolder, int seed, string drift, string phase, DateTimeOffset simulatedAt, StoryPace? pace = null, bool isHosted = false)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"story-{_session.Next("story"):0000}");
        long ofScenario = _session.Next($"story of {scenario}");
        string model = string.Create(CultureInfo.InvariantCulture, $"{scenario}-{ofScenario:0000}");
        StoryPace told = pace ?? StoryPace.FullSpeed;
        _session.Execute($"""
            INSERT INTO stories (id, position, scenario, scenario_folder, model_name, seed, drift, status, day, phase, simulated_at, started_at,
                is_paused, days_per_second, step_days, is_hosted)
            VALUES ({id}, {_session.Next("position")}, {scenario}, {scenarioFolder}, {model}, {seed}, {drift}, {RunStatus.Running}, 0, {phase}, {simulatedAt}, {_now},
                {told.IsPaused}, {told.DaysPerSecond}, {told.StepDays}, {isHosted})
            """);
        return Find(id)!;
    }

    /// <summary>The story of that id, or null.</summary>
    public StoryRow? Find(string id) => _session.First($"SELECT * FROM stories WHERE id = {id}", Read);

    /// <summary>All stories, the oldest first.</summary>
    public IReadOnlyList<StoryRow> All() => _session.Query($"SELECT * FROM stories ORDER BY position", Read);

    /// <summary>Ids and scenarios of all stories, the newest first; for menus, as nothing of what they hold is read.</summary>
    public IReadOnlyList<(string Id, string Scenario)> Named() => _session.Query($"SELECT id, scenario FROM stories ORDER BY position DESC", row => (row.Text("id"), row.Text("scenario")));

    /// <summary>The stories that were begun last, the newest first.</summary>
    /// <param name="most">How many at most, from 1.</param>
    public IReadOnlyList<StoryRow> Newest(int most) => _session.Query($"SELECT * FROM stories ORDER BY position DESC LIMIT {most}", Read);

    /// <summary>The story that was begun last, or null.</summary>
    public StoryRow? Latest() => _session.First($"SELECT * FROM stories ORDER BY position DESC LIMIT 1", Read);

    /// <summary>Keeps where the story stands: status, day, phase, simulated time, state and outcome. Its end is stamped when the status is one.</summary>
    /// <returns>False when it has ended meanwhile: nothing is changed then.</returns>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    public bool Save(StoryRow story)
    {
        DateTimeOffset? ended = story.HasEnded ? story.EndedAt ?? _now : null;
        int changed = _session.Execute($"""
            UPDATE stories SET status = {story.Status}, day = {story.Day}, phase = {story.Phase}, simulated_at = {story.SimulatedAt},
                ended_at = {ended}, state_json = {story.State}, outcome_json = {story.Outcome}
            WHERE id = {story.Id} AND ended_at IS NULL
            """);
        if (changed == 0 && Find(story.Id) is null) throw new KeyNotFoundException($"there is no story '{story.Id}'.");
        return changed == 1;
    }

    /// <summary>Ends a story on request, where it stands; what held it up or was still to be stepped is forgotten.</summary>
    /// <returns>False when it had ended before.</returns>
    public bool Cancel(string id) => _session.Execute(
        $"UPDATE stories SET status = {RunStatus.Cancelled}, ended_at = {_now}, step_days = 0, error = NULL WHERE id = {id} AND ended_at IS NULL") == 1;

    /// <summary>True when the story was cancelled.</summary>
    public bool IsCancelled(string id) => _session.Count($"SELECT COUNT(*) AS value FROM stories WHERE id = {id} AND status = {RunStatus.Cancelled}") > 0;

    /// <summary>Sets how fast a story's days are served; one that may go on has no <see cref="StoryRow.Error"/> any more.</summary>
    public void SetPace(string id, StoryPace pace) => _session.Execute($"""
        UPDATE stories SET is_paused = {pace.IsPaused}, days_per_second = {pace.DaysPerSecond}, step_days = {pace.StepDays},
            error = CASE WHEN {pace.LetsServe} = 1 THEN NULL ELSE error END
        WHERE id = {id}
        """);

    /// <summary>Days of a story were served: a paused one may serve so many less.</summary>
    public void Stepped(string id, int days) => _session.Execute(
        $"UPDATE stories SET step_days = CASE WHEN step_days > {days} THEN step_days - {days} ELSE 0 END WHERE id = {id}");

    /// <summary>Has a story tell another drift, from a day on.</summary>
    public void Inject(string id, string drift, int day) => _session.Execute($"UPDATE stories SET drift = {drift}, drift_day = {day} WHERE id = {id}");

    /// <summary>Says why a hosted story is not told on.</summary>
    /// <returns>False when it was cancelled: nobody wants it told on.</returns>
    public bool Fail(string id, string error) => _session.Execute($"UPDATE stories SET error = {error} WHERE id = {id} AND status <> {RunStatus.Cancelled}") == 1;

    /// <summary>Ids of the hosted stories that are to be told on, the oldest first: neither ended nor failed, and no living process but this one drives them.</summary>
    /// <param name="driver">The id of this process, see <c>ProcessLock</c>.</param>
    /// <param name="isAlive">Whether the process of an id still lives.</param>
    public IReadOnlyList<string> Undriven(string driver, Func<string, bool> isAlive) =>
    [
        .. _session.Query($"SELECT id, driver FROM stories WHERE is_hosted = 1 AND ended_at IS NULL AND error IS NULL ORDER BY position", row => (Id: row.Text("id"), Driver: row.TextOrNull("driver")))
            .Where(story => story.Driver is null || story.Driver == driver || !isAlive(story.Driver))
            .Select(story => story.Id),
    ];

    /// <summary>Who drives the story, see <see cref="TryDrive"/>; null when nobody does.</summary>
    public string? DriverOf(string id) => _session.First($"SELECT driver FROM stories WHERE id = {id} AND driver IS NOT NULL", row => row.Text("driver"));

    /// <summary>Takes the wheel of a story, unless a living process has it.</summary>
    /// <param name="id">The story.</param>
    /// <param name="driver">The id of this process, see <c>ProcessLock</c>.</param>
    /// <param name="isAlive">Whether the process of an id still lives.</param>
    /// <returns>False when another living process drives it.</returns>
    public bool TryDrive(string id, string driver, Func<string, bool> isAlive)
    {
        string? current = DriverOf(id);
        if (current is not null && current != driver && isAlive(current)) return false;
        return _session.Execute($"UPDATE stories SET driver = {driver} WHERE id = {id}") == 1;
    }

    /// <summary>Leaves the wheel.</summary>
    public void StopDriving(string id, string driver) => _session.Execute($"UPDATE stories SET driver = NULL WHERE id = {id} AND driver = {driver}");

    private static StoryRow Read(Row row) => new()
    {
        Id = row.Text("id"),
        Scenario = row.Text("scenario"),
        ScenarioFolder = row.Text("scenario_folder"),
        ModelName = row.Text("model_name"),
        Seed = row.Number("seed"),
        Drift = row.Text("drift"),
        DriftDay = row.IsNull("drift_day") ? null : row.Number("drift_day"),
        Status = row.Word<RunStatus>("status"),
        Day = row.Number("day"),
        Phase = row.Text("phase"),
        SimulatedAt = row.Time("simulated_at"),
        StartedAt = row.Time("started_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        Pace = new StoryPace(row.Flag("is_paused"), row.RealOrNull("days_per_second"), row.Number("step_days")),
        IsHosted = row.Flag("is_hosted"),
        Error = row.TextOrNull("error"),
        State = row.IsNull("state_json") ? null : row.Json<JsonElement>("state_json"),
        Outcome = row.IsNull("outcome_json") ? null : row.Json<JsonElement>("outcome_json"),
    };
}
