using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Makes another version serve by hand. As a deployment does, it answers what was found of the version before: the endpoint's alerts are over.</summary>
/// <param name="alerts">Whom alerts are told.</param>
public sealed class ChampionChange(AlertSettings alerts)
{
    private readonly AlertRaising _raising = new(alerts);

    /// <summary>Makes a version the champion, from the newest simulated time on that its endpoint has seen.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="model">Model group.</param>
    /// <param name="version">One of its versions.</param>
    /// <param name="reason">Why, for people.</param>
    /// <param name="by">Who; null when that is not said.</param>
    /// <exception cref="ModelException">There is no such version.</exception>
    public ModelVersion Promote(CatalogTransaction tx, string model, int version, string reason, string? by = null) =>
        Answered(tx, tx.Models.Promote(model, version, reason, by: by));

    /// <summary>Makes the champion before this one the champion again, likewise.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="model">Model group.</param>
    /// <param name="reason">Why, for people.</param>
    /// <param name="by">Who; null when that is not said.</param>
    /// <exception cref="ModelException">There is no such group, or no champion before this one.</exception>
    public ModelVersion Rollback(CatalogTransaction tx, string model, string reason, string? by = null) => Answered(tx, tx.Models.Rollback(model, reason, by: by));

    private ModelVersion Answered(CatalogTransaction tx, ModelVersion champion)
    {
        _raising.Answer(tx, champion.Model, tx.Deployments.Of(champion.Model)[^1].EffectiveAt, champion.RunId);
        return champion;
    }
}
