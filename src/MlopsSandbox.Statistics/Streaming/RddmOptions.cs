using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Rddm"/>; the defaults are the paper's where nothing else is said.</summary>
public sealed record RddmOptions
{
    /// <summary>Items before the first verdict, which falls at this item; from 1, by default 129.</summary>
    public int MinimumItems { get; init; } = 129;

    /// <summary>Errors before the minimum is kept; from 0, by default 1 (ours, as <see cref="DdmOptions.MinimumErrors"/>). 0 is the paper's letter.</summary>
    public int MinimumErrors { get; init; } = 1;

    /// <summary>Standard deviations above the minimum at which to warn; above 0, by default 1.773.</summary>
    public double WarningLevel { get; init; } = 1.773;

    /// <summary>Standard deviations above the minimum that are a drift; above <see cref="WarningLevel"/>, by default 2.258.</summary>
    public double DriftLevel { get; init; } = 2.258;

    /// <summary>Items after which a stable concept is shortened to its newest; from 1, by default 40,000.</summary>
    public int LargestConcept { get; init; } = 40_000;

    /// <summary>How many of the newest items are stored (a byte each) to start again from; from 1, by default 7,000.</summary>
    public int StableConcept { get; init; } = 7_000;

    /// <summary>Warnings in a row after which one more is a drift; from 1, by default 1,400.</summary>
    public int WarningLimit { get; init; } = 1_400;

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. AtLeast(nameof(MinimumItems), MinimumItems, 1), .. AtLeast(nameof(MinimumErrors), MinimumErrors, 0),
        .. Positive(nameof(WarningLevel), WarningLevel), .. Positive(nameof(DriftLevel), DriftLevel),
        .. Beyond(nameof(DriftLevel), DriftLevel, nameof(WarningLevel), WarningLevel, above: true), .. AtLeast(nameof(LargestConcept), LargestConcept, 1),
        .. AtLeast(nameof(StableConcept), StableConcept, 1), .. AtLeast(nameof(WarningLimit), WarningLimit, 1),
    ];
}
