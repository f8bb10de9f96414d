using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>Measures a candidate on rows that no fit has seen, and holds it against the success criteria and the champion.</summary>
/// <remarks>No clock, no disk, no random numbers.</remarks>
internal static class Evaluator
{
    /// <exception cref="InvalidOperationException">The candidate was fitted on a test row: a promise of the platform is broken.</exception>
    public static Evaluation Run(Scenario scenario, Table test, RankedModel candidate, RankedModel? champion)
    {
        if (test.RowIds.FirstOrDefault(candidate.Package.FitRowIds.Contains, -1) is var seen and >= 0)
            throw new InvalidOperationException(Invariant($"Row {seen} is a test row and was in the fit of {candidate.Hash}; no row may be both."));
        ModelQuality quality = QualityOf(candidate, test, scenario);
        Comparison? comparison = champion is null ? null : Compare(scenario, test, candidate, champion);
        IReadOnlyDictionary<string, double> metrics = quality.Metrics();
        CriterionResult[] criteria = [.. scenario.SuccessCriteria.Select(criterion => ResultOf(criterion, metrics))];
        string[] reasons = [.. scenario.SuccessCriteria.Zip(criteria).Where(one => !one.Second.IsMet).Select(one => Missed(one.First, one.Second.Value)), .. ComparisonReasons(scenario.Headline, comparison)];
        return new Evaluation
        {
            Accepted = reasons.Length == 0,
            Reasons = reasons,
            Candidate = quality,
            Criteria = criteria,
            Comparison = comparison,
            TestRowsDigest = RowIdDigest.Of(test.RowIds),
            FitRowsDigest = candidate.Package.Signature.FitRowsDigest,
        };
    }

    // A champion from another root seed may have been fitted on some of these rows; on them it would look better than it is.
    private static Comparison Compare(Scenario scenario, Table test, RankedModel candidate, RankedModel champion)
    {
        int[] unseen = [.. Enumerable.Range(0, test.Count).Where(position => !champion.Package.FitRowIds.Contains(test.RowIds[position]))];
        Table shared = test.Take(unseen);
        string digest = RowIdDigest.Of(shared.RowIds);
        return EnoughRows.AreEnough(scenario.Task, shared.Labels)
            ? new Comparison(digest, test.Count - shared.Count, QualityOf(candidate, shared, scenario), QualityOf(champion, shared, scenario))
            : new Comparison(digest, test.Count - shared.Count, null, null);
    }

    private static ModelQuality QualityOf(RankedModel model, Table rows, Scenario scenario) =>
        ModelQuality.Of(model.Hash.ToString(), scenario, model.Package.Signature.Threshold, model.Package.Score(rows), rows);

    private static CriterionResult ResultOf(Criterion criterion, IReadOnlyDictionary<string, double> metrics)
    {
        double? value = metrics.TryGetValue(criterion.Metric, out double reached) ? reached : null;
        return new CriterionResult(criterion.Metric, criterion.AtLeast, criterion.AtMost, value, value is { } known && criterion.IsMetBy(known));
    }

    private static string Missed(Criterion criterion, double? reached) => reached is { } value
        ? Invariant($"{criterion.Metric} is {value:0.0000}; the success criteria ask for {criterion.Bound}.")
        : Invariant($"{criterion.Metric} is not defined on these rows, {Undefined(criterion.Metric)}; the success criteria ask for {criterion.Bound}.");

    private static string Undefined(string metric) => metric switch
    {
        "r2" => "as their labels do not vary",
        "mape" => "as a label is 0",
        "skill" => "as the scenario names no naiveForecast, or it made no error",
        _ => "as nothing was called positive",
    };

    private static IEnumerable<string> ComparisonReasons(HeadlineMetric headline, Comparison? comparison)
    {
        if (comparison is null) yield break;
        if (comparison.Candidate is not { } candidate || comparison.Champion is not { } champion)
            yield return Invariant($"the champion was fitted on {comparison.RowsLeftOut} of the test rows, and too few are left to compare; use the champion's seed, or more rows.");
        else if (!headline.IsBetter(candidate.Headline, champion.Headline))
            yield return Invariant($"{headline.Name} is {candidate.Headline:0.0000}, not {(headline.MoreIsBetter ? "above" : "below")} the champion's {champion.Headline:0.0000} on the same {candidate.Rows} rows.");
    }
}
