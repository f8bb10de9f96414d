using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Ddm"/>.</summary>
public sealed record DdmOptions
{
    /// <summary>Items before the first verdict, which falls at this item; from 1, by default 30 (the paper's).</summary>
    public int MinimumItems { get; init; } = 30;

    /// <summary>Errors before the minimum is kept; from 0, by default 1 (ours). 0 is the paper's letter: after an error-free start the first error is a drift.</summary>
    public int MinimumErrors { get; init; } = 1;

    /// <summary>Standard deviations above the minimum at which to warn; above 0, by default 2 (the paper's).</summary>
    public double WarningLevel { get; init; } = 2;

    /// <summary>Standard deviations above the minimum that are a drift; above <see cref="WarningLevel"/>, by default 3 (the paper's).</summary>
    public double DriftLevel { get; init; } = 3;

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. AtLeast(nameof(MinimumItems), MinimumItems, 1), .. AtLeast(nameof(MinimumErrors), MinimumErrors, 0),
        .. Positive(nameof(WarningLevel), WarningLevel), .. Positive(nameof(DriftLevel), DriftLevel),
        .. Beyond(nameof(DriftLevel), DriftLevel, nameof(WarningLevel), WarningLevel, above: true),
    ];
}
