using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Report;

/// <summary>The report of a story: gathers what it left, and writes one page.</summary>
internal static class StoryReport
{
    /// <summary>Writes <c>reports/walkthrough.html</c> into the home; a story's report takes the place of the story's before.</summary>
    /// <returns>The file's path.</returns>
    public static string Write(CatalogStore catalog, ArtifactStore artifacts, ActivityTypes types, StoryOutcome outcome)
    {
        string page = PageOf(catalog, artifacts, types, outcome);
        string path = Path.Combine(catalog.Home, "reports", "walkthrough.html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText($"{path}.partial", page);
        File.Move($"{path}.partial", path, overwrite: true);
        return path;
    }

    /// <summary>The page, made of what the story left.</summary>
    public static string PageOf(CatalogStore catalog, ArtifactStore artifacts, ActivityTypes types, StoryOutcome outcome) => ReportPage.Of(DataOf(StoryTraces.Read(catalog, artifacts, types, outcome)));

    /// <summary>What the page shows. Pure.</summary>
    internal static ReportData DataOf(StoryTraces traces)
    {
        StoryOutcome outcome = traces.Outcome;
        return new ReportData
        {
            Scenario = outcome.Scenario,
            Title = traces.Scenario.Title,
            Goal = traces.Scenario.Goal,
            StoryId = outcome.Story,
            Seed = outcome.Seed,
            Success = outcome.Success,
            Hash = outcome.Hash,
            Timeline = new StoryTimeline(outcome.Days, outcome.Drift.Kind, outcome.Drift.InjectedDay, outcome.Drift.DetectedDay, outcome.Drift.RetrainedDay, outcome.Drift.RecoveredDay,
                outcome.Replay is null ? null : outcome.Calendar.DateOf(0)),
            Quality = QualityOf(outcome),
            Months = outcome.Replay ?? [],
            Scatter = [.. ModelFigures.ScatterOf(traces)],
            Roc = [.. ModelFigures.RocOf(traces)],
            Champions = [.. ModelFigures.ChampionsOf(traces)],
            Drift = DriftOf(outcome),
            Monitors = MonitorFigures.Of(outcome.Calendar, traces.Reports),
            Trials = [.. RunFigures.TrialsOf(traces)],
            Trace = [.. RunFigures.TraceOf(traces)],
            Decisions = DecisionsOf(outcome),
            Stages = [.. RunFigures.StagesOf(traces)],
        };
    }

    private static QualityStory QualityOf(StoryOutcome outcome)
    {
        NamedWindows windows = outcome.Quality.Windows;
        return new QualityStory(outcome.Quality.Metric, WindowOf(windows.Before), WindowOf(windows.During), WindowOf(windows.After), outcome.Quality.WithoutRetrain,
            outcome.Replay is { } served ? [.. served.Select(month => new QualityPoint(month.LastDay, month.Mae))] : [.. outcome.Quality.Series.Select(window => new QualityPoint(window.ToDay, window.Value))],
            outcome.Replay is { } shadow ? [.. shadow.Select(month => new QualityPoint(month.LastDay, month.WithoutRetrain))] : [.. outcome.Quality.Series.Select(window => new QualityPoint(window.ToDay, window.WithoutRetrain))],
            outcome.Cost?.Saved, outcome.Cost?.Currency ?? "");
    }

    // The page counts days to the one after the last, as its axis does.
    private static QualityWindow? WindowOf(Simulation.Outcome.QualityWindow? window) =>
        window is null ? null : new QualityWindow(window.FromDay, window.ToDay + 1, window.Rows, window.Value);

    private static List<FeatureDrift> DriftOf(StoryOutcome outcome) =>
    [
        .. outcome.DriftScores.GroupBy(score => score.Name, StringComparer.Ordinal)
            .Select(scores => new FeatureDrift(scores.Key, scores.MaxBy(score => score.Severity ?? 0)!.Test,
                [.. scores.OrderBy(score => score.Day).Select(score => new DriftPoint(score.Day, score.Severity ?? double.NaN))]))
            .OrderByDescending(feature => feature.Peak)
            .ThenBy(feature => feature.Name, StringComparer.Ordinal),
    ];

    // Of decisions that say the same day after day, the first; a policy that waits says so once.
    private static List<DecisionLine> DecisionsOf(StoryOutcome outcome)
    {
        List<DecisionLine> lines = [];
        StoryDecision? before = null;
        foreach (StoryDecision decision in outcome.Decisions)
        {
            bool repeats = before?.Choice == decision.Choice && before.ReportId == decision.ReportId;
            if (decision.Choice != "none" && !repeats) lines.Add(new DecisionLine(decision.Day, decision.Choice, decision.Reason, decision.ReportId));
            before = decision;
        }
        return lines;
    }
}
