using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Web.Monitor;

/// <summary>All that was checked, decided and deployed at an endpoint, in order of time.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Checks">Its drift reports.</param>
/// <param name="Decisions">What the policy chose.</param>
/// <param name="Deployments">What served, by the time from which it did.</param>
/// <param name="Truth">What a story's teller knows; null where no story is told.</param>
public sealed record EndpointHistory(
    string Endpoint, IReadOnlyList<CheckReport> Checks, IReadOnlyList<RetrainDecisionRow> Decisions, IReadOnlyList<Deployment> Deployments, StoryTruth? Truth)
{
    /// <summary>The newest check; null when there was none.</summary>
    public CheckReport? Last => Checks.Count == 0 ? null : Checks[^1];

    /// <summary>The check of that id, or null.</summary>
    public CheckReport? Check(string? id) => Checks.FirstOrDefault(check => check.Id == id);

    /// <summary>What the policy chose at a check; null when it is not known.</summary>
    public RetrainDecisionRow? DecisionAt(CheckReport check) => Decisions.LastOrDefault(decision => decision.RunId == check.RunId && decision.At == check.At);

    /// <summary>What served at a simulated time; null when nothing did.</summary>
    public Deployment? ServingAt(DateTimeOffset at) => Deployments.LastOrDefault(deployment => deployment.EffectiveAt <= at);

    /// <summary>Reads it.</summary>
    /// <param name="catalog">One state of the home.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="checks">Its drift reports.</param>
    /// <param name="desk">Tells stories.</param>
    internal static EndpointHistory Read(CatalogTransaction catalog, string endpoint, IReadOnlyList<CheckReport> checks, StoryDesk desk) => new(
        endpoint,
        checks,
        catalog.DriftReports.Decisions(endpoint),
        [.. catalog.Deployments.Of(endpoint).OrderBy(deployment => deployment.EffectiveAt)],
        StoryTruth.Of(catalog, endpoint, desk));
}
