using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>When the triggers of definitions start their next runs.</summary>
internal sealed class Schedules(Session session, DateTimeOffset now)
{
    /// <summary>When a trigger is due; null when it is not kept with this schedule.</summary>
    public ScheduleRow? Find(string definitionId, ScheduleTrigger trigger) => session.First($"""
        SELECT due_at FROM schedules WHERE definition_id = {definitionId} AND activity_id = {trigger.ActivityId} AND schedule = {trigger.When.ToString()}
        """, row => new ScheduleRow(row.TimeOrNull("due_at")));

    /// <summary>Keeps a trigger from now on; one that is kept with the same schedule stays as it is.</summary>
    public void Keep(string definitionId, ScheduleTrigger trigger) => session.Execute($"""
        INSERT INTO schedules (definition_id, activity_id, schedule, due_at)
        VALUES ({definitionId}, {trigger.ActivityId}, {trigger.When.ToString()}, {trigger.When.DueFrom(now)})
        ON CONFLICT (definition_id, activity_id) DO UPDATE SET schedule = excluded.schedule, due_at = excluded.due_at
        WHERE schedules.schedule <> excluded.schedule
        """);

    /// <summary>Takes a due time, to start the run of it.</summary>
    /// <returns>False when another has taken it.</returns>
    public bool Take(string definitionId, ScheduleTrigger trigger, DateTimeOffset due) => session.Execute($"""
        UPDATE schedules SET due_at = {trigger.When.DueAgain(due, now)}
        WHERE definition_id = {definitionId} AND activity_id = {trigger.ActivityId} AND schedule = {trigger.When.ToString()} AND due_at = {due}
        """) == 1;
}
