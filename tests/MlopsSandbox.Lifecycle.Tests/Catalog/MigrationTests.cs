using System.Reflection;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class MigrationTests : IDisposable
{
    private const string Before = """
        INSERT INTO stories (id, position, scenario, scenario_folder, model_name, seed, drift, status, day, phase, simulated_at, started_at)
            VALUES ('story-0001', 0, 'telco-churn', '/telco', 'telco-churn-0001', 1, 'all', 'running', 3, 'serve', '2026-01-04T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z');
        INSERT INTO definitions (hash, definition_id, version, revision, added_order, added_at, document_json) VALUES ('sha256:d', 'monitor', 1, 1, 1, '2026-01-01T00:00:00.0000000Z', '{}');
        INSERT INTO runs (id, position, definition_hash, workflow, workflow_version, model_name, status, seed, root_seed, cause_kind, started_at, simulated_at, parent_waits)
            VALUES ('monitor-0001', 1, 'sha256:d', 'monitor', 1, 'telco-churn', 'succeeded', 1, 1, 'manual', '2026-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z', 0);
        INSERT INTO runs (id, position, definition_hash, workflow, workflow_version, model_name, status, seed, root_seed, cause_kind, started_at, ended_at, simulated_at, parent_waits)
            VALUES ('monitor-0002', 6, 'sha256:d', 'monitor', 1, 'telco-churn', 'succeeded', 1, 1, 'manual', '2025-01-01T00:00:00.0000000Z', '2025-01-01T00:01:00.0000000Z', '2026-01-01T00:00:00.0000000Z', 0);
        INSERT INTO model_versions (model, version, sha256, approval, metrics_json, signature_json, run_id, created_at) VALUES
            ('telco-churn', 1, 'sha256:0000000000000000000000000000000000000000000000000000000000000001', 'approved', '{"auc":0.7}', '{}', 'monitor-0001', '2026-01-01T00:00:00.0000000Z'),
            ('telco-churn', 2, 'sha256:0000000000000000000000000000000000000000000000000000000000000002', 'approved', '{"auc":0.8}', '{}', 'monitor-0001', '2026-01-02T00:00:00.0000000Z'),
            ('telco-churn', 3, 'sha256:0000000000000000000000000000000000000000000000000000000000000003', 'approved', '{"auc":"NaN"}', '{}', 'monitor-0001', '2026-01-03T00:00:00.0000000Z');
        INSERT INTO drift_reports (id, position, endpoint, checked_at, drifted, report_json, run_id) VALUES ('drift-0001', 2, 'telco-churn', '2026-01-02T00:00:00.0000000Z', 1, '{}', 'monitor-0001');
        INSERT INTO retrain_decisions (position, endpoint, decided_at, choice, reason, cause, report_id, run_id)
            VALUES (3, 'telco-churn', '2026-01-02T00:00:00.0000000Z', 'wait', 'few labels', 'drift', 'drift-0001', 'monitor-0001');
        INSERT INTO alerts (position, endpoint, report_id, opened_at, closed_at) VALUES
            (4, 'telco-churn', 'drift-0001', '2026-01-02T00:00:00.0000000Z', '2026-01-03T00:00:00.0000000Z'),
            (5, 'telco-churn', 'drift-0001', '2026-01-04T00:00:00.0000000Z', NULL);
        """;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_HomeOfSchema7_KeepsItsAlertsDecisionsAndStories()
    {
        MakeSchema7();

        using CatalogStore catalog = CatalogStore.Open(_folder.Path, TimeProvider.System);

        IReadOnlyList<AlertRow> alerts = catalog.Read(tx => tx.Alerts.Of("telco-churn"));
        Assert.Equal([("alert-old-4", AlertStatus.Cleared), ("alert-old-5", AlertStatus.Open)], alerts.Select(alert => (alert.Id, alert.Status)));
        Assert.True(catalog.Write(tx => tx.Alerts.Acknowledge("alert-old-5", "anna", "seen")));
        Assert.Equal(("wait", "few labels"), Assert.Single(catalog.Read(tx => tx.DriftReports.Decisions("telco-churn"))) is var decision ? (decision.Choice, decision.Reason) : default);
        StoryRow story = catalog.Read(tx => tx.Stories.Find("story-0001"))!;
        Assert.Equal((StoryPace.FullSpeed, "all", null, false, null), (story.Pace, story.Drift, story.DriftDay, story.IsHosted, story.Error));
        Assert.Null(catalog.Read(tx => tx.Policies.InForce("telco-churn", "telco-churn")));
    }

    [Fact]
    public void Open_HomeOfSchema7_SortsItsRunsAndModelVersionsByWhatWasNotKeptThen()
    {
        MakeSchema7();

        using CatalogStore catalog = CatalogStore.Open(_folder.Path, TimeProvider.System);

        Assert.Equal(["monitor-0002", "monitor-0001"], catalog.Read(tx => tx.Runs.Page(new RunQuery { Sort = RunSort.Duration })).Runs.Select(run => run.Id));
        Assert.Equal([2, 1, 3], catalog.Read(tx => tx.Models.Page(new ModelQuery { Sort = ModelSort.Metric, Metric = "auc" })).Versions.Select(version => version.Version));
        Assert.Equal([new ModelGroup("telco-churn", 3, null, 3, new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.Zero))],
            catalog.Read(tx => tx.Models.Groups(new ModelGroupQuery())).Groups);
    }

    private void MakeSchema7()
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(_folder.Path, "catalog.db")};Pooling=false");
        connection.Open();
        Run(connection, "CREATE TABLE schema_versions (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)");
        Assembly program = typeof(CatalogStore).Assembly;
        foreach (string name in program.GetManifestResourceNames().Where(name => name.Contains(".Migrations.000", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(7))
        {
            using StreamReader reader = new(program.GetManifestResourceStream(name)!);
            Run(connection, reader.ReadToEnd());
        }
        Run(connection, "INSERT INTO schema_versions VALUES (7, '')");
        Run(connection, Before);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this test and of the program
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
