using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="PageHinkley"/>; the defaults are MOA's and river's. Delta and threshold are in the units of the stream.</summary>
public sealed record PageHinkleyOptions
{
    /// <summary>Clamped (by default) or plain.</summary>
    public PageHinkleyForm Form { get; init; } = PageHinkleyForm.Clamped;

    /// <summary>Rise above the mean that is still tolerated; from 0, by default 0.005.</summary>
    public double Delta { get; init; } = 0.005;

    /// <summary>Sum of rises above which there is a drift; above 0, by default 50.</summary>
    public double Threshold { get; init; } = 50;

    /// <summary>What remains of the sum at each item; above 0, at most 1 (nothing is forgotten), by default 0.9999.</summary>
    public double Forgetting { get; init; } = 0.9999;

    /// <summary>Items before the first verdict, which falls at this item; from 1, by default 30.</summary>
    public int MinimumItems { get; init; } = 30;

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. NotNegative(nameof(Delta), Delta), .. Positive(nameof(Threshold), Threshold), .. Within(nameof(Forgetting), Forgetting, 0, Math.BitIncrement(1)),
        .. AtLeast(nameof(MinimumItems), MinimumItems, 1),
    ];
}
