using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>Retrain policies that people set in the place of a scenario's own.</summary>
public sealed class RetrainPolicies
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal RetrainPolicies(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>The setting that counts for an endpoint: its own, else its scenario's; null while the scenario's file decides.</summary>
    public PolicyRow? InForce(string endpoint, string scenario) =>
        Newest(PolicyScope.Endpoint, endpoint) is { Policy: not null } own ? own : OfScenario(scenario);

    /// <summary>The setting that counts for a scenario's endpoints that have none of their own; null while the scenario's file decides.</summary>
    public PolicyRow? OfScenario(string scenario) => Newest(PolicyScope.Scenario, scenario) is { Policy: not null } shared ? shared : null;

    /// <summary>All settings of a home, the oldest first.</summary>
    public IReadOnlyList<PolicyRow> History() => _session.Query($"SELECT * FROM policies ORDER BY position", Read);

    /// <summary>Sets a policy from now on; what was set before is kept to look at.</summary>
    public PolicyRow Set(PolicyScope scope, string name, JsonElement? policy, string by, string reason)
    {
        _session.Execute($"""
            INSERT INTO policies (position, scope, name, policy_json, set_by, reason, set_at)
            VALUES ({_session.Next("position")}, {scope}, {name}, {policy}, {by}, {reason}, {_now})
            """);
        return Newest(scope, name)!;
    }

    private PolicyRow? Newest(PolicyScope scope, string name) =>
        _session.First($"SELECT * FROM policies WHERE scope = {scope} AND name = {name} ORDER BY position DESC LIMIT 1", Read);

    private static PolicyRow Read(Row row) => new(
        row.Word<PolicyScope>("scope"), row.Text("name"), row.IsNull("policy_json") ? null : row.Json<JsonElement>("policy_json"),
        row.Text("set_by"), row.Text("reason"), row.Time("set_at"));
}
