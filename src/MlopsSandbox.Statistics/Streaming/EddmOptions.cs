using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Eddm"/>.</summary>
public sealed record EddmOptions
{
    /// <summary>Items before the maximum is kept; from 1, by default 30 (MOA's, by the paper's first author).</summary>
    public int MinimumItems { get; init; } = 30;

    /// <summary>Errors before the first verdict, which falls at this error; from 1, by default 30 (the paper's).</summary>
    public int MinimumErrors { get; init; } = 30;

    /// <summary>Share of the maximum below which to warn; in (0, 1), by default 0.95 (the paper's).</summary>
    public double WarningShare { get; init; } = 0.95;

    /// <summary>Share of the maximum below which there is a drift; below <see cref="WarningShare"/>, by default 0.9 (the paper's).</summary>
    public double DriftShare { get; init; } = 0.9;

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. AtLeast(nameof(MinimumItems), MinimumItems, 1), .. AtLeast(nameof(MinimumErrors), MinimumErrors, 1),
        .. Within(nameof(WarningShare), WarningShare, 0, 1), .. Within(nameof(DriftShare), DriftShare, 0, 1),
        .. Beyond(nameof(DriftShare), DriftShare, nameof(WarningShare), WarningShare, above: false),
    ];
}
