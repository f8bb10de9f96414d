using static System.FormattableString;
using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that a <see cref="Kswin"/> knows, its sampler's place included; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Distance">The distance of the last test; 0 where there was none.</param>
/// <param name="Values">The window, the oldest first.</param>
/// <param name="Sampler">Where the sampler's sequence is.</param>
public sealed record KswinSnapshot(KswinOptions Options, DriftState State, double Distance, double[] Values, SeededRandomState Sampler)
{
    internal IEnumerable<string> Problems()
    {
        string[] problems = [.. Options.Problems(), .. NotNegative(nameof(Distance), Distance)];
        if (Values is null || Values.Length > Options.Window) return [.. problems, Invariant($"The snapshot has {Values?.Length ?? 0} values; expected at most {Options.Window}.")];
        return Array.TrueForAll(Values, double.IsFinite) ? problems : [.. problems, "The snapshot has a value that is not finite; expected only finite ones."];
    }
}
