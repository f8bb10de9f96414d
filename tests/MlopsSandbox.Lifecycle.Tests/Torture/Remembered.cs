using Microsoft.Data.Sqlite;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>All that a catalog remembers of a run and that kills must not change, as sentences: read by SQL, without the code that is tried.</summary>
internal static class Remembered
{
    // No times, jobs, leases and positions: those may differ.
    private static readonly string[] Queries =
    [
        "SELECT 'run ' || id || ' ' || status || ' ' || COALESCE(error, 'without error') FROM runs",
        "SELECT 'output ' || o.key || ' ' || o.value FROM instances, json_each(state_json, '$.workflowOutputs') o",
        "SELECT 'journal ' || json_extract(j.value, '$.executionId') || ' ' || COALESCE(json_extract(j.value, '$.outcome'), 'no outcome') || ' '"
            + " || COALESCE(json_extract(j.value, '$.text'), '') FROM instances, json_each(state_json, '$.journal') j",
        "SELECT 'execution ' || execution_id || ' ' || ordinal || ' attempt ' || attempt || ' ' || status || ' ' || COALESCE(outcome, 'no outcome') || ' ' || outputs_json"
            + " FROM stage_executions",
        "SELECT 'lineage ' || execution_id || ' ' || ordinal || ' ' || attempt || ' ' || direction || ' ' || maker || ' ' || name || ' ' || hash FROM lineage",
        "SELECT 'dataset ' || name || ' version ' || version || ' ' || sha256 FROM datasets",
        "SELECT 'model ' || model || ' version ' || version || ' ' || sha256 FROM model_versions",
        "SELECT 'alias ' || model || ' ' || alias || ' ' || version || ' ' || kind FROM alias_changes",
        "SELECT 'deployment ' || endpoint || ' ' || version FROM deployments",
        "SELECT 'decision ' || execution_id || ' ' || status || ' by ' || COALESCE(decided_by, 'nobody') FROM approvals",
        "SELECT 'incident ' || execution_id FROM incidents",
        "SELECT 'timer ' || execution_id || ' ' || purpose FROM timers",
        "SELECT 'wait ' || execution_id || ' ' || event_name FROM event_waits",
        "SELECT 'outbox ' || kind || ' ' || execution_id FROM outbox",
    ];

    public static List<string> In(string home)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(home, "catalog.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. Queries.SelectMany(sql => Rows(connection, sql))];
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is part of this program
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read()) yield return reader.GetString(0);
    }
}
