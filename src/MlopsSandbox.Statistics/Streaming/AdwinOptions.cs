using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Adwin"/>; the defaults are MOA's.</summary>
public sealed record AdwinOptions
{
    /// <summary>Chance of a false alarm of each check, at most, for values from 0 to 1; in (0, 1), by default 0.002.</summary>
    public double Delta { get; init; } = 0.002;

    /// <summary>Items from one check to the next; from 1 (the paper's, slow), by default 32.</summary>
    public int Clock { get; init; } = 32;

    /// <summary>Buckets of each size, at most; 2 to 1,000, by default 5. More make finer cuts.</summary>
    public int Buckets { get; init; } = 5;

    /// <summary>Items in the window before it is checked; from 2, by default 10.</summary>
    public int MinimumWindow { get; init; } = 10;

    /// <summary>Items on either side of a cut, at least; from 1, by default 5.</summary>
    public int MinimumSide { get; init; } = 5;

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. Within(nameof(Delta), Delta, 0, 1), .. AtLeast(nameof(Clock), Clock, 1), .. AtLeast(nameof(Buckets), Buckets, 2), .. AtLeast("1000 less Buckets", 1000L - Buckets, 0),
        .. AtLeast(nameof(MinimumWindow), MinimumWindow, 2), .. AtLeast(nameof(MinimumSide), MinimumSide, 1),
    ];
}
