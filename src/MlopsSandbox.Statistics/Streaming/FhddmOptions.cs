using static System.FormattableString;
using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>Settings of <see cref="Fhddm"/>.</summary>
public sealed record FhddmOptions
{
    /// <summary>Items in the window; from 1, by default 100 (MOA's; the paper tries 25 to 200).</summary>
    public int Window { get; init; } = 100;

    /// <summary>Chance that one comparison of a window with a fixed rate is a false alarm, at most; in (0, 1), by default 0.000001 (MOA's).</summary>
    public double Delta { get; init; } = 1e-6;

    /// <summary>Hoeffding's bound: the fall of the share of right predictions that is a drift.</summary>
    internal double Epsilon => Math.Sqrt(Math.Log(1 / Delta) / (2 * Window));

    /// <summary>Everything wrong with these options, one sentence each; empty when they can be used.</summary>
    public IEnumerable<string> Problems()
    {
        string[] problems = [.. AtLeast(nameof(Window), Window, 1), .. Within(nameof(Delta), Delta, 0, 1)];
        return problems.Length > 0 || Epsilon <= 1
            ? problems
            : [Invariant($"{nameof(Window)} is {Window} with {nameof(Delta)} {Delta}: not even a fall from all right to all wrong could be seen; expected a window of {Math.Ceiling(Math.Log(1 / Delta) / 2)} or more.")];
    }
}
