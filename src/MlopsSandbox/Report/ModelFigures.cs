using System.Text.Json;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Jobs;
using static System.FormattableString;

namespace MlopsSandbox.Report;

/// <summary>What the report shows of models.</summary>
internal static class ModelFigures
{
    /// <summary>Model versions that served, in order.</summary>
    public static IEnumerable<ChampionReport> ChampionsOf(StoryTraces traces)
    {
        foreach (ModelVersion version in traces.Outcome.Champions)
        {
            Evaluation? evaluation = traces.Evaluations.GetValueOrDefault(version.RunId);
            ModelQuality? quality = evaluation?.Candidate;
            yield return new ChampionReport(version.Version, TrainerOf(traces, version), version.RunId, version.Sha256.ToString(), version.Metrics.GetValueOrDefault(traces.Scenario.Headline.Name, double.NaN),
                quality is ClassificationQuality classes ? CountsOf(classes) : null, quality is null ? "" : Invariant($"{quality.Rows} rows: {(evaluation!.Comparison is null ? "test split of the history" : "recent labelled requests")}"));
        }
    }

    /// <summary>The first champion on its test rows; then, for each retrain that won, old and new on the same recent rows.</summary>
    public static IEnumerable<RocLine> RocOf(StoryTraces traces)
    {
        int before = 0;
        foreach (ModelVersion version in traces.Outcome.Champions)
        {
            if (!traces.Evaluations.TryGetValue(version.RunId, out Evaluation? evaluation)) continue;
            if (evaluation.Comparison?.Champion is ClassificationQuality champion) yield return LineOf(Invariant($"version {before}, recent rows"), champion);
            if ((evaluation.Comparison?.Candidate ?? evaluation.Candidate) is ClassificationQuality own) yield return LineOf(Invariant($"version {version.Version}, {(evaluation.Comparison is null ? "history" : "recent rows")}"), own);
            before = version.Version;
        }
    }

    /// <summary>Of numbers: predictions of the first and of the last champion against the labels of their test rows.</summary>
    public static IEnumerable<ScatterLine> ScatterOf(StoryTraces traces)
    {
        ModelVersion[] versions = [.. traces.Outcome.Champions.Where(version => traces.Evaluations.GetValueOrDefault(version.RunId)?.Candidate is RegressionQuality)];
        return from version in versions.Length < 2 ? versions : [versions[0], versions[^1]]
               let quality = (RegressionQuality)traces.Evaluations[version.RunId].Candidate
               select new ScatterLine(Invariant($"version {version.Version}"), quality.Mae, [.. quality.Points.Select(point => (point.Prediction, point.Label))]);
    }

    /// <summary>The ROC curve of a model.</summary>
    public static RocLine LineOf(string name, ClassificationQuality quality) => new(name, quality.Auc, [.. quality.Roc.Select(point => (point.FalsePositiveRate, point.TruePositiveRate))]);

    private static ConfusionCounts? CountsOf(ClassificationQuality quality) => quality.Threshold is { } threshold
        ? new ConfusionCounts(quality.Confusion.TruePositives, quality.Confusion.FalsePositives, quality.Confusion.FalseNegatives, quality.Confusion.TrueNegatives, threshold)
        : null;

    // The trainer stands in the settings that tuning chose, as JSON text.
    private static string TrainerOf(StoryTraces traces, ModelVersion version)
    {
        string? settings = traces.Runs.FirstOrDefault(run => run.Id == version.RunId)?.Stages
            .Where(stage => stage.Trial is null && stage.Outputs.ContainsKey("settings"))
            .Select(stage => stage.Outputs["settings"].Value?.GetString())
            .LastOrDefault();
        return settings is null ? "" : JsonElement.Parse(settings).GetProperty("trainer").GetString() ?? "";
    }
}
