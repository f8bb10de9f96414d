namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>
/// What one test of a check found. It alarms when its p value and its second opinion (the calibrated PSI) both do, and so many rows have moved that it matters:
/// with enough rows any change is significant, however small. Where there is no p value, as the scenario's threshold gives none, it alarms when its score is above the threshold.
/// </summary>
public sealed record DriftMeasure
{
    /// <summary>The feature's name; <c>prediction</c> or <c>quality</c> for the others.</summary>
    public required string Name { get; init; }

    /// <summary>What it looks at.</summary>
    public required DriftKind Kind { get; init; }

    /// <summary><c>ks</c>, <c>chi-square</c>, <c>missing-share</c>, <c>unseen-share</c> or <c>auc</c>: the one of the feature's tests that found most; with the scenario's own thresholds <c>psi</c>, <c>jensen-shannon</c> or <c>wasserstein</c>.</summary>
    public required string Test { get; init; }

    /// <summary>The test's statistic: a distance of distributions or shares, χ², or the loss of AUC. More is worse.</summary>
    public required double Score { get; init; }

    /// <summary>The score from which the test alarms with these sizes; infinite when none could.</summary>
    public required double Threshold { get; init; }

    /// <summary>p value, corrected for the tests of this feature; NaN where a threshold gives none.</summary>
    public required double P { get; init; }

    /// <summary>Chance of an alarm where nothing has changed: the level that <see cref="P"/> is held against, or what was measured for the threshold; NaN where it is not known.</summary>
    public required double Alpha { get; init; }

    /// <summary>Population stability index; NaN where there is none (quality).</summary>
    public double Psi { get; init; } = double.NaN;

    /// <summary>The index from which it alarms with these sizes.</summary>
    public double PsiThreshold { get; init; } = double.NaN;

    /// <summary>The index less what chance alone would give, the measure that ranks causes; for quality the loss of AUC.</summary>
    public required double Effect { get; init; }

    /// <summary>
    /// Least share of the rows that would have to change to undo the difference, in [0, 1]: the distance of the distribution functions, total variation, or the
    /// difference of two shares; NaN where there is none (quality).
    /// </summary>
    public double Moved { get; init; } = double.NaN;

    /// <summary>The share below which a change is too small to matter, significant or not.</summary>
    public double LeastMoved { get; init; }

    /// <summary>Why this test was taken, and how its p value was found; empty for quality.</summary>
    public string Why { get; init; } = "";

    /// <summary>Rows of the window below which the test could not alarm at its level, whatever they held; 0 where that is not known.</summary>
    public int LeastRows { get; init; }

    /// <summary>Why nothing was judged; null when something was.</summary>
    public string? NotJudged { get; init; }

    /// <summary>What all figures together say.</summary>
    public DriftVerdict Verdict => (NotJudged is null, IsSignificant, IsLarge) switch
    {
        (false, _, _) => DriftVerdict.NotJudged,
        (true, true, true) => DriftVerdict.Drifted,
        (true, true, false) => DriftVerdict.TooSmall,
        _ => DriftVerdict.NotFound,
    };

    /// <summary>How far it is beyond its thresholds, the nearest of them: from 1 on it alarms.</summary>
    public double Severity => NotJudged is null ? Math.Min(Ratio(Score, Threshold), Math.Min(OrSatisfied(Psi, PsiThreshold), OrSatisfied(Moved, LeastMoved))) : 0;

    /// <summary>True when it alarms.</summary>
    public bool Drifted => Verdict == DriftVerdict.Drifted;

    private bool IsSignificant => double.IsNaN(P) ? Score > Threshold : P <= Alpha && (double.IsNaN(Psi) || Psi > PsiThreshold);

    private bool IsLarge => double.IsNaN(Moved) || Moved >= LeastMoved;

    /// <summary>A measure that says why nothing could be judged.</summary>
    public static DriftMeasure Unjudged(string name, double alpha, string reason) => new()
    {
        Name = name,
        Kind = DriftKind.Feature,
        Test = "none",
        Score = double.NaN,
        Threshold = double.PositiveInfinity,
        P = 1,
        Alpha = alpha,
        Effect = 0,
        NotJudged = reason,
    };

    private static double OrSatisfied(double figure, double threshold) => double.IsNaN(figure) || threshold <= 0 ? double.PositiveInfinity : Ratio(figure, threshold);

    private static double Ratio(double score, double threshold) => double.IsFinite(threshold) && threshold > 0 ? Math.Max(0, score) / threshold : 0;
}
