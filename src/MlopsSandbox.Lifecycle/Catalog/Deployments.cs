using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Which model version an endpoint serves, and since when in simulated time.</summary>
public sealed class Deployments
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Deployments(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>The deployment that serves an endpoint at a simulated time, or null.</summary>
    /// <remarks>Of those effective by then it is the latest to become so; of two at the same time, the one made last.</remarks>
    public Deployment? At(string endpoint, DateTimeOffset simulatedAt) => _session.First($"""
        SELECT * FROM deployments WHERE endpoint = {endpoint} AND effective_at <= {simulatedAt} ORDER BY effective_at DESC, position DESC LIMIT 1
        """, Read);

    /// <summary>All deployments of an endpoint, the first made first.</summary>
    public IReadOnlyList<Deployment> Of(string endpoint) => _session.Query($"SELECT * FROM deployments WHERE endpoint = {endpoint} ORDER BY position", Read);

    /// <summary>The deployments of one version to an endpoint, the first made first: each time that it came, or came back, to serve.</summary>
    public IReadOnlyList<Deployment> Of(string endpoint, int version) =>
        _session.Query($"SELECT * FROM deployments WHERE endpoint = {endpoint} AND version = {version} ORDER BY position", Read);

    /// <summary>Endpoints that serve or will, the one that was deployed to last at the end.</summary>
    public IReadOnlyList<string> Endpoints() => _session.Query(
        $"SELECT endpoint FROM deployments GROUP BY endpoint ORDER BY MAX(position)", row => row.Text("endpoint"));

    /// <summary>The newest simulated time that an endpoint has seen: its last deployment or its last request, or its story's clock; null when it has none.</summary>
    public DateTimeOffset? NewestTime(string endpoint) => _session.Query($"""
        SELECT MAX(seen_at) AS seen_at FROM (
            SELECT effective_at AS seen_at FROM deployments WHERE endpoint = {endpoint}
            UNION ALL SELECT served_at FROM requests WHERE endpoint = {endpoint}
            UNION ALL SELECT simulated_at FROM stories WHERE model_name = {endpoint}) AS times
        """, row => row.TimeOrNull("seen_at")).FirstOrDefault();

    /// <summary>The simulated time at which an endpoint stands: its story's clock, else the newest time that it has seen; null when it has none.</summary>
    public DateTimeOffset? ClockOf(string endpoint) =>
        _session.Query($"SELECT MAX(simulated_at) AS stands_at FROM stories WHERE model_name = {endpoint}", row => row.TimeOrNull("stands_at")).FirstOrDefault() ?? NewestTime(endpoint);

    internal void Add(ModelVersion version, DateTimeOffset effectiveAt, string reason, string runId, string? traceParent) => _session.Execute($"""
        INSERT INTO deployments (position, endpoint, version, model, baseline, effective_at, reason, run_id, trace_parent, created_at)
        VALUES ({_session.Next("position")}, {version.Model}, {version.Version}, {version.Sha256}, {version.Baseline}, {effectiveAt},
            {reason}, {runId}, {traceParent}, {_now})
        """);

    private static Deployment Read(Row row) => new(
        row.Text("endpoint"), row.Number("version"), row.Hash("model"), row.HashOrNull("baseline"), row.Time("effective_at"), row.Text("run_id"),
        row.TextOrNull("trace_parent"));
}
