using System.Globalization;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The stories and their simulated clocks.</summary>
public sealed class Stories
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Stories(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>Begins a story, with a model group and an endpoint of its own.</summary>
    public StoryRow Begin(string scenario, string scenarioFolder, int seed, string drift, string phase, DateTimeOffset simulatedAt)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"story-{_session.Next("story"):0000}");
        long ofScenario = _session.Next($"story of {scenario}");
        string model = string.Create(CultureInfo.InvariantCulture, $"{scenario}-{ofScenario:0000}");
        _session.Execute($"""
            INSERT INTO stories (id, position, scenario, scenario_folder, model_name, seed, drift, status, day, phase, simulated_at, started_at)
            VALUES ({id}, {_session.Next("position")}, {scenario}, {scenarioFolder}, {model}, {seed}, {drift}, {RunStatus.Running}, 0, {phase}, {simulatedAt}, {_now})
            """);
        return Find(id)!;
    }

    /// <summary>The story of that id, or null.</summary>
    public StoryRow? Find(string id) => _session.First($"SELECT * FROM stories WHERE id = {id}", Read);

    /// <summary>All stories, the oldest first.</summary>
    public IReadOnlyList<StoryRow> All() => _session.Query($"SELECT * FROM stories ORDER BY position", Read);

    /// <summary>The stories that were begun last, the newest first.</summary>
    /// <param name="most">How many at most, from 1.</param>
    public IReadOnlyList<StoryRow> Newest(int most) => _session.Query($"SELECT * FROM stories ORDER BY position DESC LIMIT {most}", Read);

    /// <summary>The story that was begun last, or null.</summary>
    public StoryRow? Latest() => _session.First($"SELECT * FROM stories ORDER BY position DESC LIMIT 1", Read);

    /// <summary>Keeps where the story stands: status, day, phase, simulated time, state and outcome. Its end is stamped when the status is one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such story.</exception>
    public void Save(StoryRow story)
    {
        DateTimeOffset? ended = story.Status is RunStatus.Succeeded or RunStatus.Failed or RunStatus.Cancelled ? story.EndedAt ?? _now : null;
        int changed = _session.Execute($"""
            UPDATE stories SET status = {story.Status}, day = {story.Day}, phase = {story.Phase}, simulated_at = {story.SimulatedAt},
                ended_at = {ended}, state_json = {story.State}, outcome_json = {story.Outcome}
            WHERE id = {story.Id}
            """);
        if (changed == 0) throw new KeyNotFoundException($"there is no story '{story.Id}'.");
    }

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
        Status = row.Word<RunStatus>("status"),
        Day = row.Number("day"),
        Phase = row.Text("phase"),
        SimulatedAt = row.Time("simulated_at"),
        StartedAt = row.Time("started_at"),
        EndedAt = row.TimeOrNull("ended_at"),
        State = row.IsNull("state_json") ? null : row.Json<JsonElement>("state_json"),
        Outcome = row.IsNull("outcome_json") ? null : row.Json<JsonElement>("outcome_json"),
    };
}
