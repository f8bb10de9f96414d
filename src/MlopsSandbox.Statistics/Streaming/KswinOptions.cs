using static System.FormattableString;
using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Kswin"/>; the defaults are river's.</summary>
public sealed record KswinOptions
{
    /// <summary>Items in the window; at least twice <see cref="Recent"/>, by default 100.</summary>
    public int Window { get; init; } = 100;

    /// <summary>How many of them are recent, and how many are drawn from the others; from 2, by default 30.</summary>
    public int Recent { get; init; } = 30;

    /// <summary>Nominal level of each test; in (0, 1), by default 0.005. It tests at each item, so that false alarms come far more often.</summary>
    public double Alpha { get; init; } = 0.005;

    /// <summary>The distance of the two distribution functions above which there is a drift.</summary>
    internal double Threshold => Math.Sqrt(-Math.Log(Alpha) / Recent);

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems()
    {
        string[] problems = [.. AtLeast(nameof(Recent), Recent, 2), .. AtLeast(nameof(Window), Window, 2L * Recent), .. Within(nameof(Alpha), Alpha, 0, 1)];
        return problems.Length > 0 || Threshold < 1
            ? problems
            : [Invariant($"{nameof(Recent)} is {Recent} with {nameof(Alpha)} {Alpha}: no two samples could be that far apart; expected above {-Math.Log(Alpha)} recent items.")];
    }
}
