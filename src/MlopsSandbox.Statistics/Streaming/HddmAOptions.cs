using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="HddmA"/>.</summary>
public sealed record HddmAOptions
{
    /// <summary>Chance of a false warning of each comparison, at most; in (0, 1), by default 0.005 (the paper's).</summary>
    public double WarningConfidence { get; init; } = 0.005;

    /// <summary>Chance of a false drift of each comparison, at most; below <see cref="WarningConfidence"/>, by default 0.001 (the paper's).</summary>
    public double DriftConfidence { get; init; } = 0.001;

    /// <summary>Whether a fall of the mean is a drift too; by default false: only a rise is.</summary>
    public bool TwoSided { get; init; }

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. Within(nameof(WarningConfidence), WarningConfidence, 0, 1), .. Within(nameof(DriftConfidence), DriftConfidence, 0, 1),
        .. Beyond(nameof(DriftConfidence), DriftConfidence, nameof(WarningConfidence), WarningConfidence, above: false),
    ];
}
