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
        ModelQuality quality = QualityOf(candidate, test, scenario.Costs);
        Comparison? comparison = champion is null ? null : Compare(scenario.Costs, test, candidate, champion);
        IReadOnlyDictionary<string, double> metrics = quality.Metrics();
        CriterionResult[] criteria = [.. scenario.SuccessCriteria.Select(criterion => ResultOf(criterion, metrics))];
        string[] reasons = [.. criteria.Where(criterion => !criterion.IsMet).Select(Missed), .. ComparisonReasons(comparison)];
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
    private static Comparison Compare(Costs costs, Table test, RankedModel candidate, RankedModel champion)
    {
        int[] unseen = [.. Enumerable.Range(0, test.Count).Where(position => !champion.Package.FitRowIds.Contains(test.RowIds[position]))];
        Table shared = test.Take(unseen);
        string digest = RowIdDigest.Of(shared.RowIds);
        int positives = shared.Labels.Count(label => label);
        bool enough = Math.Min(positives, shared.Count - positives) >= EnoughRows.OfEachClass;
        return enough
            ? new Comparison(digest, test.Count - shared.Count, QualityOf(candidate, shared, costs), QualityOf(champion, shared, costs))
            : new Comparison(digest, test.Count - shared.Count, null, null);
    }

    private static ModelQuality QualityOf(RankedModel model, Table rows, Costs costs) =>
        ModelQuality.Of(model.Hash.ToString(), model.Package.Signature.Threshold, model.Package.Score(rows), rows.Labels, costs);

    private static CriterionResult ResultOf(Criterion criterion, IReadOnlyDictionary<string, double> metrics)
    {
        double? value = metrics.TryGetValue(criterion.Metric, out double reached) ? reached : null;
        return new CriterionResult(criterion.Metric, criterion.AtLeast, value, value >= criterion.AtLeast);
    }

    private static string Missed(CriterionResult criterion) => criterion.Value is { } value
        ? Invariant($"{criterion.Metric} is {value:0.0000}; the success criteria ask for at least {criterion.AtLeast}.")
        : Invariant($"{criterion.Metric} is not defined, as nothing was called positive; the success criteria ask for at least {criterion.AtLeast}.");

    private static IEnumerable<string> ComparisonReasons(Comparison? comparison)
    {
        if (comparison is null) yield break;
        if (comparison.Candidate is not { } candidate || comparison.Champion is not { } champion)
            yield return Invariant($"the champion was fitted on {comparison.RowsLeftOut} of the test rows, and too few are left to compare; use the champion's seed, or more rows.");
        else if (candidate.Auc <= champion.Auc)
            yield return Invariant($"auc is {candidate.Auc:0.0000}, not above the champion's {champion.Auc:0.0000} on the same {candidate.Rows} rows.");
    }
}
