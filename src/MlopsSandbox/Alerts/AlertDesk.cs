using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Policies;

namespace MlopsSandbox.Alerts;

/// <summary>Shows alerts, and what people do about them, for command line and API alike.</summary>
/// <param name="catalog">The home.</param>
/// <param name="hints">Commands to paste.</param>
internal sealed class AlertDesk(CatalogStore catalog, Hints hints)
{
    /// <summary>Alerts of a home, the oldest first.</summary>
    /// <param name="endpoint">Only of this endpoint; null for all.</param>
    /// <param name="all">False for those that are not over.</param>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    public IReadOnlyList<AlertRow> List(string? endpoint, bool all)
    {
        string? named = endpoint is null ? null : WatchedEndpoint.NameOf(catalog, endpoint, hints);
        return [.. catalog.Read(tx => tx.Alerts.All()).Where(alert => (named is null || alert.Endpoint == named) && (all || alert.ClearedAt is null))];
    }

    /// <summary>One alert with who was told of it.</summary>
    /// <exception cref="MissingException">There is no such alert.</exception>
    public AlertRow Show(string id) => catalog.Read(tx => tx.Alerts.Find(id)) ?? throw Missing(id);

    /// <summary>Somebody takes an alert up.</summary>
    /// <exception cref="MissingException">There is no such alert.</exception>
    /// <exception cref="RefusalException">Somebody did before, or it is over.</exception>
    public AlertRow Acknowledge(string id, string by, string note)
    {
        bool isNew = catalog.Write(tx => tx.Alerts.Acknowledge(id, by, note));
        AlertRow alert = Show(id);
        if (isNew) return alert;
        throw new RefusalException(alert.AcknowledgedBy is { } before
            ? $"alert '{id}' was acknowledged by {before} at {Rendering.Figures.Time(alert.AcknowledgedAt!.Value)} UTC: {alert.Note}; expected one that nobody has taken up. See '{hints.For("alerts")}'."
            : $"alert '{id}' is over since {Rendering.Figures.Time(alert.ClearedAt!.Value)} (simulated time); expected one that is open. See '{hints.For("alerts")}'.", ExitCodes.Failed);
    }

    /// <summary>Silences alerts of an endpoint from its newest simulated time on.</summary>
    /// <param name="endpoint">The endpoint; null for the one whose model was deployed last.</param>
    /// <param name="rule">Only of this rule; null for all.</param>
    /// <param name="subject">Only about this; null for all.</param>
    /// <param name="days">Simulated days, above 0.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="MissingException">There is no such endpoint.</exception>
    /// <exception cref="RefusalException">The rule or the number of days cannot be.</exception>
    public SilenceRow Silence(string? endpoint, string? rule, string? subject, double days, string by, string reason)
    {
        if (!(days is > 0 and <= 36_500)) throw new RefusalException(FormattableString.Invariant($"days is {days}; expected simulated days above 0, 36500 at most, such as 7."));
        string[] known = [.. AlertRules.Default.Select(one => one.Name).Concat(catalog.Read(tx => tx.Alerts.All()).Select(alert => alert.Rule)).Distinct()];
        if (rule is not null && !known.Contains(rule)) throw new RefusalException($"rule is '{rule}'; expected one of: {string.Join(", ", known)}.{NearestName.Hint(rule, known)}");
        string named = WatchedEndpoint.NameOf(catalog, endpoint, hints);
        return catalog.Write(tx =>
        {
            DateTimeOffset from = tx.Deployments.NewestTime(named) ?? tx.Now;
            return tx.Silences.Add(named, rule, subject, from, from.AddDays(days), by, reason);
        });
    }

    private MissingException Missing(string id)
    {
        string[] ids = [.. catalog.Read(tx => tx.Alerts.All()).Select(alert => alert.Id)];
        return new MissingException($"{catalog.Home}: there is no alert '{id}'; expected {(ids.Length == 0 ? "one that a check raised; none has" : $"one of its {ids.Length}")}.{NearestName.Hint(id, ids)} See '{hints.For("alerts", "--all")}'.");
    }
}
