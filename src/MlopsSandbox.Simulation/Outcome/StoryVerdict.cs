using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Drift;

namespace MlopsSandbox.Simulation.Outcome;

/// <summary>Judges a story that was told to its end. Pure.</summary>
/// <remarks>
/// <c>none</c> asks for no alarm and no retrain. Every other drift asks for an alarm on or after its day and not before, with a feature named first
/// that did change; of a changed relation that no feature's distribution shows, quality alone may be named. <c>concept</c> and <c>all</c> ask besides that a retrain won and that quality recovered: a window of at least
/// <see cref="StoryRules.MinimumRows"/> labels in which the serving model regained <see cref="StoryRules.RegainedShare"/> of the loss.
/// <c>price</c> and <c>segment</c> ask for that only if the drift cost quality that counts, see <see cref="StoryRules"/>.
/// <c>real</c> asks that the answers served were better, over all days, than those of the first champion: of real days nobody knows when they changed.
/// </remarks>
public static class StoryVerdict
{
    private const string Quality = "quality";

    /// <summary>The outcome of a story.</summary>
    public static StoryOutcome Of(StoryEvidence evidence)
    {
        StoryFindings found = new(evidence);
        ReplayFindings? replay = evidence.Story is null ? new ReplayFindings(evidence) : null;
        string[] reasons = [.. Reasons(evidence, found, replay)];
        return new StoryOutcome
        {
            Scenario = evidence.Scenario.Name,
            Seed = evidence.Row.Seed,
            Success = reasons.Length == 0,
            Reasons = reasons,
            Drift = new DriftTimeline(evidence.Row.Drift, found.InjectedDay, found.DetectedDay, found.RetrainedDay, found.RecoveredDay),
            Quality = QualityOf(evidence, found),
            Named = found.Named,
            Cost = found.Cost,
            Champions = [.. evidence.Deployments.Select(deployment => deployment.Version).Distinct().Select(version => evidence.Models.Single(model => model.Version == version))],
            Runs = [.. evidence.Runs.Select(run => run.Id)],
            Hash = StoryHash.Of(evidence),
            Story = evidence.Row.Id,
            Days = evidence.Days,
            DriftScores = [.. evidence.Reports.SelectMany(report => DriftScore.Of(evidence.Calendar, report))],
            Start = evidence.Calendar.Start,
            Replay = replay?.Months,
            Decisions = [.. evidence.Decisions.Select(decision => StoryDecision.Of(evidence.Calendar, decision))],
        };
    }

    private static StoryQuality QualityOf(StoryEvidence evidence, StoryFindings found) => new(
        evidence.Scenario.Headline.Name,
        found.Before?.Value,
        found.During?.Value,
        found.After?.Value,
        found.After?.WithoutRetrain,
        found.BestRegained,
        new NamedWindows(found.Before, found.During, found.After, found.Recovered),
        evidence.Story is null ? [] : found.Series);

    private static IEnumerable<string> Reasons(StoryEvidence evidence, StoryFindings found, ReplayFindings? replay)
    {
        IEnumerable<string> unfinished = evidence.Runs.Where(run => run.Status != RunStatus.Succeeded).Select(run =>
            $"Run {run.Id} ended as {run.Status.ToString().ToLowerInvariant()}: {run.Error ?? "no reason is known"}");
        if (evidence.Deployments.Count == 0)
            return [.. unfinished, "No model was deployed: the first candidate did not meet the scenario's success criteria, or its run failed."];
        if (replay is not null) return [.. unfinished, .. replay.Reasons];
        IEnumerable<string> ofDrift = found.InjectedDay is { } injected ? [.. Detection(evidence, found, injected), .. Recovery(evidence, found)] : FalseAlarms(evidence, found);
        return [.. unfinished, .. ofDrift];
    }

    private static IEnumerable<string> FalseAlarms(StoryEvidence evidence, StoryFindings found)
    {
        if (found.DetectedDay is { } day) yield return Text($"False alarm on day {day}: {string.Join(", ", found.Named)}. Nothing had changed.");
        foreach (RunRow run in found.Retrains) yield return Text($"Retrain {run.Id} was started on day {evidence.Calendar.DayOfCheck(run.SimulatedAt)}, though nothing had changed.");
    }

    private static IEnumerable<string> Detection(StoryEvidence evidence, StoryFindings found, int injected)
    {
        string[] changed = [.. Changed(evidence)];
        if (found.DetectedDay is not { } detected) yield return Text($"The drift of day {injected} ({string.Join(", ", changed)}) was not found.");
        else if (detected < injected) yield return Text($"False alarm on day {detected}, before the drift of day {injected}.");
        else if (!IsRightlyNamed(evidence, found, changed)) yield return Text($"The monitor named {found.Named[0]} first; what changed was {string.Join(", ", changed)}.");
    }

    private static IEnumerable<string> Recovery(StoryEvidence evidence, StoryFindings found)
    {
        bool mustRetrain = evidence.Drift is InjectedDrift.Concept or InjectedDrift.All || found.LossCounts;
        if (!mustRetrain || found.Recovered is not null) yield break;
        if (found.Takeover is null)
            yield return found.Retrains.Any() ? "No retrained model took over: each challenger was rejected, or won too late to serve." : "Nothing was retrained.";
        else if (found.BestRegained is { } regained)
            yield return Text($"Quality did not recover: at best {regained:0.00} of the loss was regained in a window of at least {StoryRules.MinimumRows} labels; {StoryRules.RegainedShare:0.00} was expected.");
        else if (found.Before?.Value <= found.During?.Value)
            yield return "The drift cost no quality, so there was none to regain.";
        else
            yield return Text($"Fewer than {StoryRules.MinimumRows} labels arrived after the takeover on day {found.TakeoverDay}, too few to tell whether quality recovered.");
    }

    // The feature that the alarm names first must be one that changed. An exchange of meaning can leave every distribution as it was (categories of equal shares,
    // a number mirrored about its middle); then no feature can be named, and quality, which is the relation to the label, says all that can be found.
    private static bool IsRightlyNamed(StoryEvidence evidence, StoryFindings found, string[] changed)
    {
        string? first = changed.Contains(found.Named[0]) ? found.Named[0] : found.Named.FirstOrDefault(name => name != Quality);
        return first is null ? evidence.Drift is InjectedDrift.Concept or InjectedDrift.All && evidence.Story!.Concept.Count > 0 : changed.Contains(first);
    }

    /// <summary>Names of the features that the told drift changes.</summary>
    private static IEnumerable<string> Changed(StoryEvidence evidence)
    {
        InjectedDrift drift = evidence.Drift;
        if (drift is InjectedDrift.Concept or InjectedDrift.All)
            foreach (FeatureExchange exchange in evidence.Story!.Concept) yield return exchange.Feature;
        if (drift is InjectedDrift.Price or InjectedDrift.All && evidence.Story!.Price is { } price) yield return price.Feature;
        if (drift is InjectedDrift.Segment or InjectedDrift.All && evidence.Story!.Segment is { } segment) yield return segment.Feature;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
