using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Ecdd"/>.</summary>
public sealed record EcddOptions
{
    /// <summary>Items before the first verdict, which falls at this item; from 1, by default 30 (MOA's).</summary>
    public int MinimumItems { get; init; } = 30;

    /// <summary>Standard deviations above the error rate that are a drift; above 0. By default none: the paper's fit, which depends on the error rate.</summary>
    public double? ControlLimit { get; init; }

    /// <summary>Share of the control limit above which to warn; in (0, 1), by default 0.5 (the paper's).</summary>
    public double WarningShare { get; init; } = 0.5;

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
        [.. AtLeast(nameof(MinimumItems), MinimumItems, 1), .. Positive(nameof(ControlLimit), ControlLimit ?? 1), .. Within(nameof(WarningShare), WarningShare, 0, 1)];
}
