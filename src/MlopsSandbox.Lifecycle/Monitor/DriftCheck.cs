using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// Holds a window of requests against the baseline: each feature, the scores, and, where labels have arrived, the quality.
/// </summary>
/// <remarks>
/// The level is split evenly over all tests (Bonferroni), so the probability of any false alarm in a check stays below it however the
/// features depend on each other. No clock, no disk, no random numbers.
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
        double alpha = settings.Alpha / (baseline.Features.Count + 2);
        List<DriftTest> tests = [];
        if (window.Rows.Count >= settings.MinimumRows)
        {
            tests.AddRange(baseline.Features.Select(feature => new DriftTest(feature.Name, () => OfFeature(feature, ColumnSummary.Of(window.Rows[feature.Name]), alpha))));
            tests.Add(new DriftTest("prediction", () => OfPrediction(baseline, window, alpha)));
        }

        if (HasEnough(settings, labelled))
            tests.Add(new DriftTest("quality", () => QualityDrift.Of(baseline.HeldOutAuc, RocAuc.Of(labelled.Scores, labelled.Labels), alpha)));
        return tests;
    }

    /// <summary>Ranks the measures of <see cref="Tests"/> and says what was not judged.</summary>
    public static DriftReport Report(
        DriftCheckSettings settings, Baseline baseline, MonitorWindow window, LabelledWindow labelled, IReadOnlyList<DriftMeasure> measures) => new()
        {
            WindowStart = window.Start,
            WindowEnd = window.End,
            Rows = window.Rows.Count,
            LabelledRows = labelled.Labels.Length,
            Measures = [.. measures.OrderByDescending(measure => measure.Drifted).ThenBy(measure => measure.Kind).ThenByDescending(measure => measure.Effect)],
            LabelledAuc = labelled.Labels.Length == 0 ? new AucEstimate(double.NaN, double.NaN, 0, 0) : RocAuc.Of(labelled.Scores, labelled.Labels),
            BaselineAuc = baseline.HeldOutAuc,
            Notes = [.. Notes(settings, window, labelled)],
        };

    private static IEnumerable<string> Notes(DriftCheckSettings settings, MonitorWindow window, LabelledWindow labelled)
    {
        if (window.Rows.Count < settings.MinimumRows)
            yield return FormattableString.Invariant($"The window has {window.Rows.Count} requests; features and predictions are judged from {settings.MinimumRows} on.");
        if (!HasEnough(settings, labelled))
        {
            yield return FormattableString.Invariant(
                $"{labelled.Labels.Count(label => label)} positive and {labelled.Labels.Count(label => !label)} negative labels have arrived; quality is judged from {settings.MinimumRowsOfEachClass} of each on.");
        }
    }

    private static DriftMeasure OfFeature(ColumnSummary baseline, ColumnSummary window, double alpha) => (baseline, window) switch
    {
        (NumericSummary numeric, NumericSummary now) => NumericDrift.OfFeature(numeric, now, alpha),
        (CategoricalSummary categorical, CategoricalSummary now) => CategoricalDrift.OfFeature(categorical, now, alpha),
        _ => DriftMeasure.Unjudged(baseline.Name, alpha, $"it is {(baseline is NumericSummary ? "a number" : "a category")} in the baseline, but not in the window"),
    };

    private static DriftMeasure OfPrediction(Baseline baseline, MonitorWindow window, double alpha) =>
        NumericDrift.OfValues("prediction", DriftKind.Prediction, baseline.HeldOutScores, [.. window.Scores.Order()], alpha);

    private static bool HasEnough(DriftCheckSettings settings, LabelledWindow labelled)
    {
        int positives = labelled.Labels.Count(label => label);
        return Math.Min(positives, labelled.Labels.Length - positives) >= settings.MinimumRowsOfEachClass;
    }
}
