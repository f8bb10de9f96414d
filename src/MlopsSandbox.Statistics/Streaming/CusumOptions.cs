using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Cusum"/>; the defaults are MOA's. Delta, threshold and target are in the units of the stream.</summary>
public sealed record CusumOptions
{
    /// <summary>The mean to hold values against; by default none: their running mean.</summary>
    public double? Target { get; init; }

    /// <summary>Distance from the mean that is still tolerated; from 0, by default 0.005. Half of the shift to be found is best (Page).</summary>
    public double Delta { get; init; } = 0.005;

    /// <summary>Sum of distances above which there is a drift; above 0, by default 50.</summary>
    public double Threshold { get; init; } = 50;

    /// <summary>Items before the first verdict, which falls at this item; from 1, by default 30.</summary>
    public int MinimumItems { get; init; } = 30;

    /// <summary>Whether a fall is a drift too; by default false: only a rise is.</summary>
    public bool TwoSided { get; init; }

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. Finite(nameof(Target), Target ?? 0), .. NotNegative(nameof(Delta), Delta), .. Positive(nameof(Threshold), Threshold), .. AtLeast(nameof(MinimumItems), MinimumItems, 1),
    ];
}
