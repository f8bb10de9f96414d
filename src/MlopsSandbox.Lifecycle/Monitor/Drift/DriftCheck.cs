using MlopsSandbox.Lifecycle.Monitor.Thresholds;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// Holds a window of requests against the baseline: each feature, the scores, and, where labels have arrived, the quality.
/// </summary>
/// <remarks>
/// The level is split evenly over all tests (Bonferroni), so the probability of any false alarm in a check stays below it however the
/// features depend on each other; a scenario's own thresholds say what they keep instead. No clock, no disk; chance by a seed.
/// </remarks>
public static class DriftCheck
{
    /// <summary>Makes all tests and ranks what they found.</summary>
    /// <exception cref="KeyNotFoundException">The window lacks a feature of the baseline.</exception>
    public static DriftReport Run(DriftCheckSettings settings, Baseline baseline, MonitorWindow window, LabelledWindow labelled) =>
        Report(settings, baseline, window, labelled, [.. Tests(settings, baseline, window, labelled).Select(test => test.Run())]);

    /// <summary>The tests that can be made of these windows; too small a window gets none.</summary>
    public static IReadOnlyList<DriftTest> Tests(DriftCheckSettings settings, Baseline baseline, MonitorWindow window, LabelledWindow labelled)
    {
        labelled = labelled.Scored();
        double alpha = settings.AlphaOfEach(baseline.Features.Count);
        List<DriftTest> tests = [];
        bool isFull = window.Rows.Count >= settings.MinimumRows;
        if (isFull && settings.Watches.Contains(WatchedPart.Features))
            tests.AddRange(baseline.Features.Select(feature => new DriftTest(feature.Name, () => OfFeature(settings, feature, ColumnSummary.Of(window.Rows[feature.Name]), alpha))));
        if (isFull && settings.Watches.Contains(WatchedPart.Prediction)) tests.Add(new DriftTest("prediction", () => OfPrediction(settings, baseline, window, alpha)));
        if (settings.Watches.Contains(WatchedPart.Quality) && HasEnough(settings, baseline.Task, labelled))
            tests.Add(new DriftTest("quality", () => QualityDrift.Of(baseline, labelled, settings.Quality, alpha)));
        return tests;
    }

    /// <summary>Ranks the measures of <see cref="Tests"/> and says what was not judged.</summary>
    public static DriftReport Report(
        DriftCheckSettings settings, Baseline baseline, MonitorWindow window, LabelledWindow labelled, IReadOnlyList<DriftMeasure> measures)
    {
        LabelledWindow scored = labelled.Scored();
        return new DriftReport
        {
            WindowStart = window.Start,
            WindowEnd = window.End,
            Rows = window.Rows.Count,
            LabelledRows = labelled.Labels.Length,
            Measures = [.. measures.OrderByDescending(measure => measure.Drifted).ThenBy(measure => measure.Kind).ThenByDescending(measure => measure.Effect)],
            Labelled = QualityEstimate.Of(baseline.Task, scored.Scores, scored.Labels),
            Baseline = baseline.HeldOut,
            MeanError = baseline.Task == PredictionTask.Regression && scored.Labels.Length > 0 ? PredictionErrors.Errors(scored.Scores, scored.Labels).Average() : double.NaN,
            Notes = [.. Notes(settings, baseline.Task, window, scored), .. ThresholdNotes.Of(settings, measures)],
        };
    }

    private static IEnumerable<string> Notes(DriftCheckSettings settings, PredictionTask task, MonitorWindow window, LabelledWindow labelled)
    {
        if (window.NotJudged is { } reason)
        {
            yield return reason;
            yield break;
        }

        if (window.Rows.Count < settings.MinimumRows && settings.Watches.Any(part => part != WatchedPart.Quality))
            yield return FormattableString.Invariant($"Requests in the window: {window.Rows.Count}; features and predictions are judged from {settings.MinimumRows} on.");
        if (!settings.Watches.Contains(WatchedPart.Quality) || HasEnough(settings, task, labelled)) yield break;
        int positives = labelled.Labels.Count(Classes.IsPositive);
        yield return task == PredictionTask.Regression
            ? FormattableString.Invariant($"{labelled.Labels.Length} labels have arrived; quality is judged from {settings.MinimumLabels} on.")
            : FormattableString.Invariant($"{positives} positive and {labelled.Labels.Length - positives} negative labels have arrived; quality is judged from {settings.MinimumRowsOfEachClass} of each on.");
    }

    private static DriftMeasure OfFeature(DriftCheckSettings settings, ColumnSummary baseline, ColumnSummary window, double alpha) => (baseline, window) switch
    {
        (NumericSummary, NumericSummary) or (CategoricalSummary, CategoricalSummary) when settings.Thresholds is not null => ThresholdTest.Of(settings, DriftKind.Feature, baseline, window, alpha),
        (NumericSummary numeric, NumericSummary now) => NumericDrift.OfFeature(numeric, now, alpha, settings.LeastChange),
        (CategoricalSummary categorical, CategoricalSummary now) => CategoricalDrift.OfFeature(categorical, now, alpha, settings.LeastChange),
        _ => DriftMeasure.Unjudged(baseline.Name, alpha, $"it is {(baseline is NumericSummary ? "a number" : "a category")} in the baseline, but not in the window"),
    };

    // A model that answers NaN gave no score: its share is tested as that of a feature's missing values.
    private static DriftMeasure OfPrediction(DriftCheckSettings settings, Baseline baseline, MonitorWindow window, double alpha)
    {
        NumericSummary before = new("prediction", baseline.HeldOutScores, Missing: 0), now = NumericSummary.Of("prediction", window.Scores);
        return settings.Thresholds is null
            ? NumericDrift.OfFeature(before, now, alpha, settings.LeastChange) with { Kind = DriftKind.Prediction }
            : ThresholdTest.Of(settings, DriftKind.Prediction, before, now, alpha);
    }

    private static bool HasEnough(DriftCheckSettings settings, PredictionTask task, LabelledWindow labelled)
    {
        if (task == PredictionTask.Regression) return labelled.Labels.Length >= settings.MinimumLabels;
        int positives = labelled.Labels.Count(Classes.IsPositive);
        return Math.Min(positives, labelled.Labels.Length - positives) >= settings.MinimumRowsOfEachClass;
    }
}
