namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>What one test of a check found. It alarms when its p value and its second opinion (the calibrated PSI) both do.</summary>
public sealed record DriftMeasure
{
    /// <summary>The feature's name; <c>prediction</c> or <c>quality</c> for the others.</summary>
    public required string Name { get; init; }

    /// <summary>What it looks at.</summary>
    public required DriftKind Kind { get; init; }

    /// <summary><c>ks</c>, <c>chi-square</c>, <c>missing-share</c>, <c>unseen-share</c> or <c>auc</c>: the one of the feature's tests that found most.</summary>
    public required string Test { get; init; }

    /// <summary>The test's statistic: a distance of distributions or shares, χ², or the loss of AUC. More is worse.</summary>
    public required double Score { get; init; }

    /// <summary>The score from which the test alarms with these sizes; infinite when none could.</summary>
    public required double Threshold { get; init; }

    /// <summary>p value, corrected for the tests of this feature.</summary>
    public required double P { get; init; }

    /// <summary>Level that <see cref="P"/> is held against.</summary>
    public required double Alpha { get; init; }

    /// <summary>Population stability index; NaN where there is none (quality).</summary>
    public double Psi { get; init; } = double.NaN;

    /// <summary>The index from which it alarms with these sizes.</summary>
    public double PsiThreshold { get; init; } = double.NaN;

    /// <summary>The index less what chance alone would give, the measure that ranks causes; for quality the loss of AUC.</summary>
    public required double Effect { get; init; }

    /// <summary>How far it is beyond its thresholds, the nearer of the two: from 1 on it alarms.</summary>
    public double Severity => Ratio(Score, Threshold) is var own && double.IsNaN(Psi) ? own : Math.Min(own, Ratio(Psi, PsiThreshold));

    /// <summary>True when it alarms.</summary>
    public bool Drifted => P <= Alpha && (double.IsNaN(Psi) || Psi > PsiThreshold);

    private static double Ratio(double score, double threshold) => double.IsFinite(threshold) && threshold > 0 ? Math.Max(0, score) / threshold : 0;
}
