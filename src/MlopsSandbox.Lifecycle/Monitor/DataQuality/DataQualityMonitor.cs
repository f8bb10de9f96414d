using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.DataQuality;

/// <summary>Counts what breaks the suggested constraints, and tells only what chance does not explain: a stray value beyond the range is no finding.</summary>
public static class DataQualityMonitor
{
    private const string Type = "type", Completeness = "completeness", Range = "range", Categories = "categories", Distinct = "distinct", Members = "members";

    /// <summary>Judges a window; violations that chance explains are shown without being found, constraints without any are only counted.</summary>
    /// <param name="alpha">Chance of any false finding, all constraints together; in (0, 1).</param>
    /// <param name="constraints">What to keep to.</param>
    /// <param name="features">What the baseline remembers of the same features.</param>
    /// <param name="window">The requests.</param>
    public static MonitorResult Judge(double alpha, IReadOnlyList<FeatureConstraint> constraints, IReadOnlyList<ColumnSummary> features, ObservedRequests window)
    {
        if (window.Requests.Count == 0) return MonitorResult.Unjudged(MonitorKind.DataQuality, alpha, "The window has no requests.");
        List<MonitorFinding> all = [];
        int baselineRows = 1;
        foreach ((FeatureConstraint constraint, ColumnSummary feature) in constraints.Join(features, one => one.Name, one => one.Name, (one, other) => (one, other)))
        {
            baselineRows = feature.Rows;
            all.AddRange(OfFeature(constraint, feature, window));
        }

        all.Add(Counted("request", Members, 0, baselineRows, window.WithUnknown, window.Requests.Count, $"have members that are no feature: {string.Join(", ", window.Unknown.Take(5))}"));
        MonitorFinding[] judged = [.. all.Where(finding => finding.NotJudged is null)];
        double each = alpha / Math.Max(1, judged.Length);
        ILookup<bool, MonitorFinding> isShown = all.Select(finding => AtLevel(finding, each)).ToLookup(IsWorthShowing);
        return new MonitorResult(MonitorKind.DataQuality, alpha, judged.Length, [.. isShown[true]]) { LeftOut = [.. isShown[false]] };
    }

    private static IEnumerable<MonitorFinding> OfFeature(FeatureConstraint constraint, ColumnSummary feature, ObservedRequests window)
    {
        Column? column = window.Rows.Columns.FirstOrDefault(one => one.Name == feature.Name);
        if (column is null) return [MonitorFinding.Unjudged(feature.Name, Completeness, "The scenario no longer has this feature. Deploy the model again.")];
        int rows = window.Requests.Count;
        ColumnSummary now = ColumnSummary.Of(column);
        return
        [
            Counted(feature.Name, Type, 0, feature.Rows, window.Misread.GetValueOrDefault(feature.Name), rows, "are of another type"),
            Counted(feature.Name, Completeness, feature.Missing, feature.Rows, now.Missing, rows, "have no value"),
            .. (constraint, feature, now) switch
            {
                (NumericConstraint number, NumericSummary before, NumericSummary values) => OfNumber(number, before, values),
                (CategoricalConstraint category, CategoricalSummary before, CategoricalSummary values) => OfCategory(category, before, values),
                _ => [MonitorFinding.Unjudged(feature.Name, Type, "The scenario says another kind than the baseline has. Deploy the model again.")],
            },
        ];
    }

    private static IEnumerable<MonitorFinding> OfNumber(NumericConstraint constraint, NumericSummary before, NumericSummary now)
    {
        if (now.Values.Length == 0) return [MonitorFinding.Unjudged(now.Name, Range, "No request has a value.")];
        if (constraint is not { Least: { } least, Most: { } most }) return [MonitorFinding.Unjudged(now.Name, Range, "The baseline has no value.")];
        int below = now.Values.Count(value => value < least), above = now.Values.Count(value => value > most);
        MonitorFinding range = new()
        {
            Subject = now.Name,
            Measure = Range,
            Value = (double)(below + above) / now.Values.Length,
            Reference = 0,
            P = ChanceOfViolations.BeyondRange(below, above, now.Values.Length, before.Values.Length),
            Text = Invariant($"{below + above} of {now.Values.Length} values lie outside of {least:G6} to {most:G6}, from {now.Values[0]:G6} to {now.Values[^1]:G6}."),
        };
        return constraint.DistinctShare is null ? [range] : [range, OfDistinct(before, now)];
    }

    private static MonitorFinding OfDistinct(NumericSummary before, NumericSummary now)
    {
        double p = ChanceOfViolations.Distinct(before.Values, now.Values, out double expected);
        int different = ChanceOfViolations.DifferentIn(now.Values);
        return new MonitorFinding
        {
            Subject = now.Name,
            Measure = Distinct,
            Value = different,
            Reference = expected,
            P = p,
            Text = Invariant($"{different} different values among {now.Values.Length}; about {expected:0} are expected."),
        };
    }

    private static IEnumerable<MonitorFinding> OfCategory(CategoricalConstraint constraint, CategoricalSummary before, CategoricalSummary now)
    {
        if (now.Present == 0) return [MonitorFinding.Unjudged(now.Name, Categories, "No request has a value.")];
        if (constraint.Allowed is not { Count: > 0 } allowed) return [MonitorFinding.Unjudged(now.Name, Categories, "The baseline has no values, or too many to keep.")];
        HashSet<string> known = [.. allowed];
        string[] strangers = [.. now.Counts.Keys.Where(value => !known.Contains(value))];
        // Good and Turing: as many rows of never seen values are to be expected as the baseline has values that it saw once.
        int once = before.Counts.Values.Count(rows => rows == 1);
        return [Counted(now.Name, Categories, once, before.Present, strangers.Sum(value => now.Counts[value]), now.Present, $"have a value never seen before: {string.Join(", ", strangers.Take(5))}")];
    }

    private static MonitorFinding Counted(string subject, string measure, int baselineHits, int baselineRows, int hits, int rows, string what) => new()
    {
        Subject = subject,
        Measure = measure,
        Value = (double)hits / rows,
        Reference = (double)baselineHits / Math.Max(1, baselineRows),
        P = ChanceOfViolations.MoreHits(baselineHits, Math.Max(1, baselineRows), hits, rows),
        Text = Invariant($"{hits} of {rows} {what}."),
    };

    private static MonitorFinding AtLevel(MonitorFinding finding, double alpha) =>
        finding.NotJudged is null ? finding with { Alpha = alpha, Found = finding.P <= alpha } : finding;

    private static bool IsWorthShowing(MonitorFinding finding) => finding.Found || finding.NotJudged is not null || (finding.Measure != Distinct && finding.Value > finding.Reference);
}
