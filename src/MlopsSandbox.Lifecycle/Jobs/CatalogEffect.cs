using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Monitor.Alerts;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>What a stage wants remembered; applied once, in the transaction that commits its outcome.</summary>
public abstract record CatalogEffect;

/// <summary>A dataset version was made.</summary>
public sealed record DatasetRegistered(string Name, ContentHash Dataset, ContentHash Profile, int Rows) : CatalogEffect;

/// <summary>A model version joins its group under the next number, takes the alias (from whoever had it), and serves its endpoint.</summary>
/// <param name="Model">Model group and endpoint.</param>
/// <param name="Package">The model package.</param>
/// <param name="Baseline">What its monitor will compare against.</param>
/// <param name="Metrics">Its metrics on the test split.</param>
/// <param name="Signature">Inputs and outputs.</param>
/// <param name="Alias">Such as <c>champion</c>.</param>
/// <param name="EffectiveAt">Simulated time from which it serves.</param>
public sealed record ModelDeployed(string Model, ContentHash Package, ContentHash? Baseline, IReadOnlyDictionary<string, double> Metrics,
    JsonElement Signature, string Alias, DateTimeOffset EffectiveAt) : CatalogEffect;

/// <summary>A drift check was made, with the policy's choice.</summary>
/// <param name="Endpoint">What was watched.</param>
/// <param name="Drifted">True when an alarm was raised.</param>
/// <param name="Report">The whole report, without its id.</param>
/// <param name="Choice"><c>none</c>, <c>wait</c> or <c>retrain</c>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="AlarmReportId">The earlier report that the choice answers; null when it answers this one, or nothing.</param>
/// <param name="ChangedAt">Estimated simulated time of the change, or null.</param>
/// <param name="Cause">What a retrain is caused by: <c>drift</c>, <c>quality</c> when only labels told, <c>schedule</c>, <c>labels</c> or <c>cost</c>.</param>
public sealed record DriftChecked(string Endpoint, bool Drifted, JsonElement Report, string Choice, string Reason,
    string? AlarmReportId, DateTimeOffset? ChangedAt, string Cause = "drift") : CatalogEffect
{
    /// <summary>What the check says of each thing that it watches, for alerts.</summary>
    public IReadOnlyList<AlertSignal> Signals { get; init; } = [];
    /// <summary>What the choice was made by; null when no policy was asked.</summary>
    public DecisionGrounds? Grounds { get; init; }
}
