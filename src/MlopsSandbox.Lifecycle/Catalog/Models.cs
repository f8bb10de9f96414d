using System.Globalization;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The registry: model groups, their versions, and the aliases that point at them.</summary>
public sealed partial class Models
{
    /// <summary>The alias of the version that serves.</summary>
    public const string Champion = "champion";

    // Of more groups than a person reads, a message says how many there are.
    private const int MostNamed = 50;

    private readonly Session _session;
    private readonly Deployments _deployments;
    private readonly DateTimeOffset _now;

    internal Models(Session session, Deployments deployments, DateTimeOffset now) => (_session, _deployments, _now) = (session, deployments, now);

    /// <summary>All versions of all groups, by group and version; of one group when it is named.</summary>
    public IReadOnlyList<ModelVersion> All(string? model = null)
    {
        ILookup<(string, int), string> aliases = _session
            .Query($"SELECT * FROM aliases ORDER BY alias", row => (Key: (row.Text("model"), row.Number("version")), Alias: row.Text("alias")))
            .ToLookup(alias => alias.Key, alias => alias.Alias);
        return _session.Query(
            $"SELECT * FROM model_versions WHERE model = COALESCE({model}, model) ORDER BY model, version",
            row => Read(row, [.. aliases[(row.Text("model"), row.Number("version"))]]));
    }

    /// <summary>The version of a group, or null.</summary>
    public ModelVersion? Find(string model, int version) => OneOf(
        _session.Query($"SELECT * FROM model_versions WHERE model = {model} AND version = {version}", row => Read(row, [])));

    /// <summary>The version that an alias of a group points at, or null.</summary>
    public ModelVersion? ByAlias(string model, string alias) => OneOf(_session.Query($"""
        SELECT v.* FROM aliases a JOIN model_versions v ON v.model = a.model AND v.version = a.version WHERE a.model = {model} AND a.alias = {alias}
        """, row => Read(row, [])));

    /// <summary>Refuses a group that there is not.</summary>
    /// <exception cref="ModelException">There is no version of it; the message says which groups there are.</exception>
    public void Demand(string model)
    {
        if (_session.Count($"SELECT COUNT(*) AS value FROM model_groups WHERE model = {model}") == 0) throw Missing(model, version: null);
    }

    /// <summary>How a group's aliases came to their versions, the oldest first.</summary>
    public IReadOnlyList<AliasChange> History(string model) =>
        _session.Query($"SELECT * FROM alias_changes WHERE model = {model} ORDER BY position", ReadChange);

    /// <summary>Makes a version the champion: the alias moves, and the endpoint serves it from the simulated time on.</summary>
    /// <param name="model">Model group.</param>
    /// <param name="version">One of its versions.</param>
    /// <param name="reason">Why, for people.</param>
    /// <param name="simulatedAt">From when on; by default the newest simulated time that the group's endpoint has seen.</param>
    /// <param name="by">Who; null when that is not said.</param>
    /// <exception cref="ModelException">There is no such version.</exception>
    public ModelVersion Promote(string model, int version, string reason, DateTimeOffset? simulatedAt = null, string? by = null) =>
        Serve(Get(model, version), AliasChangeKind.Promote, reason, simulatedAt, by);

    /// <summary>Makes the champion before this one the champion again. Repeated, it goes back further.</summary>
    /// <param name="model">Model group.</param>
    /// <param name="reason">Why, for people.</param>
    /// <param name="simulatedAt">From when on; by default the newest simulated time that the group's endpoint has seen.</param>
    /// <param name="by">Who; null when that is not said.</param>
    /// <exception cref="ModelException">There is no such group, or no champion before this one.</exception>
    public ModelVersion Rollback(string model, string reason, DateTimeOffset? simulatedAt = null, string? by = null)
    {
        IReadOnlyList<AliasChange> history = History(model);
        if (history.Count == 0) throw Missing(model, version: null);
        int before = AliasHistory.Before([.. history.Where(change => change.Alias == Champion)])
            ?? throw new ModelException($"model '{model}': found no champion before version {history[^1].Version}; expected an earlier one to go back to. "
                + "Promote a version instead.");
        return Serve(Find(model, before)!, AliasChangeKind.Rollback, reason, simulatedAt, by);
    }

    internal ModelVersion Deploy(ModelDeployed deployed, string runId, string? traceParent)
    {
        int version = Register(deployed, runId);
        PointAt(deployed.Model, deployed.Alias, version);
        string reason = $"deployed by {runId}";
        Remember(new AliasChange(deployed.Model, deployed.Alias, version, AliasChangeKind.Deploy, reason, runId, _now, deployed.EffectiveAt));
        ModelVersion made = Find(deployed.Model, version)!;
        _deployments.Add(made, deployed.EffectiveAt, reason, runId, traceParent);
        return made;
    }

    /// <summary>Keeps a version at which no alias points yet.</summary>
    /// <returns>Its number in its group, from 1.</returns>
    internal int Register(ModelDeployed deployed, string runId)
    {
        int version = checked((int)_session.Next($"version of {deployed.Model}"));
        _session.Execute($"""
            INSERT INTO model_versions (model, version, sha256, baseline, approval, metrics_json, signature_json, run_id, created_at)
            VALUES ({deployed.Model}, {version}, {deployed.Package}, {deployed.Baseline}, {"approved"}, {StoredJson.Of(deployed.Metrics)},
                {deployed.Signature}, {runId}, {_now})
            """);
        Count(deployed.Model, version);
        StoredFigures.AddMetrics(_session, deployed.Model, version, deployed.Metrics);
        return version;
    }

    private void Count(string model, int version) => _session.Execute($"""
        INSERT INTO model_groups (model, versions, newest_version, newest_at) VALUES ({model}, 1, {version}, {_now})
        ON CONFLICT (model) DO UPDATE SET versions = model_groups.versions + 1, newest_version = excluded.newest_version, newest_at = excluded.newest_at
        """);

    private ModelVersion? OneOf(List<ModelVersion> found) => WithAliases(found).FirstOrDefault();

    private ModelVersion Serve(ModelVersion chosen, AliasChangeKind kind, string reason, DateTimeOffset? simulatedAt, string? by)
    {
        DateTimeOffset from = simulatedAt ?? _deployments.NewestTime(chosen.Model) ?? chosen.CreatedAt;
        PointAt(chosen.Model, Champion, chosen.Version);
        Remember(new AliasChange(chosen.Model, Champion, chosen.Version, kind, reason, RunId: null, _now, from) { By = by });
        _deployments.Add(chosen, from, reason, chosen.RunId, traceParent: null);
        return Find(chosen.Model, chosen.Version)!;
    }

    private void PointAt(string model, string alias, int version) => _session.Execute($"""
        INSERT INTO aliases (model, alias, version) VALUES ({model}, {alias}, {version})
        ON CONFLICT (model, alias) DO UPDATE SET version = excluded.version
        """);

    private void Remember(AliasChange change) => _session.Execute($"""
        INSERT INTO alias_changes (position, model, alias, version, kind, reason, run_id, changed_at, simulated_at, changed_by)
        VALUES ({_session.Next("position")}, {change.Model}, {change.Alias}, {change.Version}, {change.Kind}, {change.Reason},
            {change.RunId}, {change.ChangedAt}, {change.SimulatedAt}, {change.By})
        """);

    private ModelException Missing(string model, int? version)
    {
        string? newest = _session.First($"SELECT newest_version FROM model_groups WHERE model = {model}", row => row.Whole("newest_version").ToString(CultureInfo.InvariantCulture));
        if (newest is not null)
        {
            string versions = newest == "1" ? "1" : $"1 to {newest}";
            return new ModelException(string.Create(CultureInfo.InvariantCulture, $"model '{model}' has no version {version}; expected one of {versions}."));
        }
        string[] groups = [.. _session.Query($"SELECT model FROM model_groups ORDER BY model", row => row.Text("model"))];
        string have = groups.Length switch
        {
            0 => "one of: none yet, as nothing was deployed in this home",
            > MostNamed => string.Create(CultureInfo.InvariantCulture, $"one of {groups.Length}"),
            _ => $"one of: {string.Join(", ", groups)}",
        };
        return new ModelException($"there is no model '{model}'; expected {have}.{NearestName.Hint(model, groups)}");
    }

    private static AliasChange ReadChange(Row row) => new(
        row.Text("model"), row.Text("alias"), row.Number("version"), row.Word<AliasChangeKind>("kind"), row.Text("reason"), row.TextOrNull("run_id"),
        row.Time("changed_at"), row.Time("simulated_at")) { By = row.TextOrNull("changed_by") };

    private static ModelVersion Read(Row row, IReadOnlyList<string> aliases) => new(
        row.Text("model"), row.Number("version"), row.Hash("sha256"), aliases, row.Text("approval"), row.Json<Dictionary<string, double>>("metrics_json"),
        row.Text("run_id"), row.Time("created_at"), row.HashOrNull("baseline"));
}
