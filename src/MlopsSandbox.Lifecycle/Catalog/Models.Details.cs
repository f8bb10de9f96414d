using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <content>One group of the registry, and what its versions reached.</content>
public sealed partial class Models
{
    /// <summary>The version of a group.</summary>
    /// <exception cref="ModelException">There is no such version.</exception>
    public ModelVersion Get(string model, int version) => Find(model, version) ?? throw Missing(model, version);

    /// <summary>The group of that name.</summary>
    /// <exception cref="ModelException">There is no such group.</exception>
    public ModelGroup Group(string model) => _session.First($"""
        SELECT g.*, (SELECT a.version FROM aliases a WHERE a.model = g.model AND a.alias = {Champion}) AS champion FROM model_groups g WHERE g.model = {model}
        """, ReadGroup) ?? throw Missing(model, version: null);

    /// <summary>The least and the greatest that versions of a group reached by a metric; null when none was measured by it. Two look-ups, however many versions there are.</summary>
    public MetricRange? RangeOf(string model, string metric)
    {
        List<(double Value, int Version)> least = _session.Query(
            $"SELECT value, version FROM model_metrics WHERE model = {model} AND name = {metric} ORDER BY value, version LIMIT 1", Reached);
        List<(double Value, int Version)> greatest = _session.Query(
            $"SELECT value, version FROM model_metrics WHERE model = {model} AND name = {metric} ORDER BY value DESC, version DESC LIMIT 1", Reached);
        return least.Count == 0 ? null : new MetricRange(metric, least[0].Value, least[0].Version, greatest[0].Value, greatest[0].Version);
    }

    /// <summary>The last changes of a group's aliases, the newest first.</summary>
    /// <param name="model">Model group.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<AliasChange> LastChanges(string model, int most) =>
        _session.Query($"SELECT * FROM alias_changes WHERE model = {model} ORDER BY position DESC LIMIT {most}", ReadChange);

    /// <summary>The version that a rollback would make the champion again; null when there was no other champion before.</summary>
    public int? ChampionBefore(string model) => AliasHistory.Before([.. History(model).Where(change => change.Alias == Champion)]);

    private static (double Value, int Version) Reached(Row row) => (row.Real("value"), row.Number("version"));
}
