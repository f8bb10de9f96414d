using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Web.Monitor;

/// <summary>A measure of a drift report, as it was written; figures that are not defined, or that nothing could reach, are null.</summary>
/// <param name="Name">The feature's name; <c>prediction</c> or <c>quality</c> for the others.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Test">The test that speaks for it.</param>
/// <param name="Score">The test's statistic; more is worse.</param>
/// <param name="Threshold">The score from which it alarms.</param>
/// <param name="Drifted">True when it alarmed.</param>
/// <param name="P">p value.</param>
/// <param name="Alpha">The level that it is held against.</param>
/// <param name="Psi">Population stability index.</param>
/// <param name="PsiThreshold">The index from which it alarms.</param>
/// <param name="Severity">How far it is beyond its thresholds, the nearest of them: from 1 on it alarms.</param>
/// <param name="Verdict">What all figures together say; null of reports that an earlier version wrote.</param>
/// <param name="Moved">Least share of rows that would have to change to undo the difference.</param>
/// <param name="LeastMoved">The share from which on a change matters.</param>
/// <param name="Why">Why this test was taken, or why nothing was judged.</param>
public sealed record CheckMeasure(
    string Name, DriftKind Kind, string Test, double? Score, double? Threshold, bool Drifted, double? P, double? Alpha, double? Psi, double? PsiThreshold,
    double? Severity, DriftVerdict? Verdict, double? Moved, double? LeastMoved, string? Why)
{
    /// <summary>The verdict in a word.</summary>
    public string Word => (Drifted, Verdict) switch
    {
        (true, _) => "drifted",
        (_, DriftVerdict.TooSmall) => "too small to matter",
        (_, DriftVerdict.NotJudged) => "not judged",
        _ => "not found",
    };
}
