using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Stepd"/>.</summary>
public sealed record StepdOptions
{
    /// <summary>Items that are recent; from 2, by default 30 (the paper's).</summary>
    public int RecentItems { get; init; } = 30;

    /// <summary>Level of the test below which to warn; in (0, 1), by default 0.05 (the paper's).</summary>
    public double WarningAlpha { get; init; } = 0.05;

    /// <summary>Level of the test below which there is a drift; below <see cref="WarningAlpha"/>, by default 0.003 (the paper's).</summary>
    public double DriftAlpha { get; init; } = 0.003;

    /// <summary>Whether fewer recent errors are a drift too; by default false: only more are.</summary>
    public bool TwoSided { get; init; }

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. AtLeast(nameof(RecentItems), RecentItems, 2), .. Within(nameof(WarningAlpha), WarningAlpha, 0, 1), .. Within(nameof(DriftAlpha), DriftAlpha, 0, 1),
        .. Beyond(nameof(DriftAlpha), DriftAlpha, nameof(WarningAlpha), WarningAlpha, above: false),
    ];
}
