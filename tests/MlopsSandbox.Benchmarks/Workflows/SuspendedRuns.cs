using Microsoft.Data.Sqlite;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Benchmarks.Workflows;

/// <summary>Fills a catalog with runs that wait: half for an event, half for an approval, each behind five stages. Two are really walked, the others are copies of their rows.</summary>
internal static class SuspendedRuns
{
    // Positions of the runs that were really walked are below this.
    private const int PositionsEach = 1_000;

    public static void Fill(WorkingHome home, int count, Func<string, WorkflowDefinition> behindStages)
    {
        var (hears, asks) = (home.StartRun(behindStages("Elsa.Event")), home.StartRun(behindStages("MlopsSandbox.Approval")));
        home.WaitFor(tx => tx.EventWaits.Of(hears).Count == 1 && tx.Approvals.Of(asks).Count == 1);
        using var connection = new SqliteConnection($"Data Source={home.CatalogFile};Pooling=False;Default Timeout=60");
        connection.Open();
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var run in (string[])[hears, asks]) Copy(connection, run, count / 2);
            Execute(connection, $"UPDATE counters SET value = {(count + 2L) * PositionsEach} WHERE name = 'position'");
            transaction.Commit();
        }
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Copy(SqliteConnection connection, string run, int times)
    {
        var id = $"'suspended-{run}-' || n.i";
        Copy(connection, "runs", "id", run, times, id);
        foreach (var table in (string[])["instances", "stage_executions", "event_waits", "approvals"]) Copy(connection, table, "run_id", run, times, id);
    }

    private static void Copy(SqliteConnection connection, string table, string key, string run, int times, string id)
    {
        var columns = Columns(connection, table);
        var values = columns.Select(column => column switch
        {
            _ when column == key => id,
            "position" => $"t.position + n.i * {PositionsEach}",
            "state_json" => $"replace(t.state_json, '{run}', {id})",
            _ => $"t.{column}",
        });
        Execute(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times})
            INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM n CROSS JOIN {table} t WHERE t.{key} = '{run}'
            """);
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = Command(connection, $"SELECT name FROM pragma_table_info('{table}')");
        using var reader = command.ExecuteReader();
        List<string> columns = [];
        while (reader.Read()) columns.Add(reader.GetString(0));
        return columns;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // only this program's own texts
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
