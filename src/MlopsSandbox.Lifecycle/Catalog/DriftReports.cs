using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Drift reports, and what the policy chose.</summary>
public sealed class DriftReports
{
    private readonly Session _session;

    internal DriftReports(Session session) => _session = session;

    /// <summary>Reports of an endpoint in order of time.</summary>
    public IReadOnlyList<DriftReportRow> Of(string endpoint) => _session.Query($"SELECT * FROM drift_reports WHERE endpoint = {endpoint} ORDER BY position", Read);

    /// <summary>How many reports an endpoint has.</summary>
    public long Count(string endpoint) => _session.Count($"SELECT COUNT(*) AS value FROM drift_reports WHERE endpoint = {endpoint}");

    /// <summary>The report of that id, or null.</summary>
    public DriftReportRow? Find(string id) => _session.First($"SELECT * FROM drift_reports WHERE id = {id}", Read);

    /// <summary>The report of that id of an endpoint, or null.</summary>
    public DriftReportRow? Find(string endpoint, string id) => _session.First($"SELECT * FROM drift_reports WHERE endpoint = {endpoint} AND id = {id}", Read);

    /// <summary>Retrain decisions of an endpoint in order of time.</summary>
    public IReadOnlyList<RetrainDecisionRow> Decisions(string endpoint) => _session.Query(
        $"SELECT * FROM retrain_decisions WHERE endpoint = {endpoint} ORDER BY position", ReadDecision);

    /// <summary>The last reports of an endpoint, the newest first.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="most">How many at most, from 1.</param>
    public IReadOnlyList<DriftReportRow> Newest(string endpoint, int most) => Page(endpoint, skip: 0, most);

    /// <summary>A part of an endpoint's reports, the newest first.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="skip">Reports before the part, from 0.</param>
    /// <param name="take">How many at most, from 1.</param>
    public IReadOnlyList<DriftReportRow> Page(string endpoint, int skip, int take) => _session.Query(
        $"SELECT * FROM drift_reports WHERE endpoint = {endpoint} ORDER BY position DESC LIMIT {take} OFFSET {skip}", Read);

    /// <summary>The last retrain decisions of an endpoint, the newest first.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="most">How many at most, from 1.</param>
    public IReadOnlyList<RetrainDecisionRow> NewestDecisions(string endpoint, int most) => _session.Query(
        $"SELECT * FROM retrain_decisions WHERE endpoint = {endpoint} ORDER BY position DESC LIMIT {most}", ReadDecision);

    /// <summary>Keeps a check.</summary>
    /// <returns>The report's id.</returns>
    internal string Add(DriftChecked check, DateTimeOffset at, string runId, string? traceParent)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"drift-{_session.Next("drift"):0000}");
        _session.Execute($"""
            INSERT INTO drift_reports (id, position, endpoint, checked_at, drifted, report_json, run_id, trace_parent)
            VALUES ({id}, {_session.Next("position")}, {check.Endpoint}, {at}, {check.Drifted}, {check.Report}, {runId}, {traceParent})
            """);
        string? answered = check.AlarmReportId ?? (check.Drifted || check.Choice == "retrain" ? id : null);
        DecisionGrounds? grounds = check.Grounds;
        _session.Execute($"""
            INSERT INTO retrain_decisions (position, endpoint, decided_at, choice, reason, cause, report_id, changed_at, run_id,
                rule_kind, guardrail, policy_json, evidence_json, data_json)
            VALUES ({_session.Next("position")}, {check.Endpoint}, {at}, {check.Choice}, {check.Reason}, {check.Cause}, {answered}, {check.ChangedAt}, {runId},
                {grounds?.Rule}, {grounds?.Guardrail}, {grounds?.Policy}, {grounds?.Evidence}, {grounds?.Data})
            """);
        return id;
    }

    /// <summary>Why a run that a monitor run dispatches exists: the report that its decision answers; null when it didn't decide to retrain.</summary>
    internal RetrainCause? CauseFrom(string monitorRunId) => _session.First($"""
        SELECT d.cause, d.report_id, r.trace_parent FROM retrain_decisions d JOIN drift_reports r ON r.id = d.report_id
        WHERE d.run_id = {monitorRunId} AND d.choice = 'retrain' ORDER BY d.position DESC LIMIT 1
        """, row => new RetrainCause(new RunCause(row.Text("cause"), row.Text("report_id")), row.TextOrNull("trace_parent")));

    /// <summary>The decision of a monitor run to retrain has started a run.</summary>
    internal void Started(string monitorRunId, string runId) => _session.Execute(
        $"UPDATE retrain_decisions SET started_run = {runId} WHERE run_id = {monitorRunId} AND choice = 'retrain' AND started_run IS NULL");

    private static DriftReportRow Read(Row row) => new(
        row.Text("id"), row.Time("checked_at"), row.Flag("drifted"), row.Json<JsonElement>("report_json"), row.Text("run_id"));

    private static RetrainDecisionRow ReadDecision(Row row) => new(
        row.Time("decided_at"), row.Text("choice"), row.Text("reason"), row.TextOrNull("report_id"), row.TimeOrNull("changed_at"))
    {
        Grounds = row.IsNull("policy_json") ? null : new DecisionGrounds(
            row.TextOrNull("rule_kind"), row.TextOrNull("guardrail"), row.Json<JsonElement>("policy_json"), row.Json<JsonElement>("evidence_json"),
            row.IsNull("data_json") ? null : row.Json<JsonElement>("data_json")),
        RunId = row.Text("run_id"),
        StartedRun = row.TextOrNull("started_run"),
    };
}
