using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="Ecdd"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items since the start or the last drift.</param>
/// <param name="Errors">Errors among them.</param>
/// <param name="RecentRate">The exponentially weighted error rate.</param>
/// <param name="WeightOfStart">Square of the weight that the start, at 0, still has in it.</param>
public sealed record EcddSnapshot(EcddOptions Options, DriftState State, long Items, long Errors, double RecentRate, double WeightOfStart)
{
    internal IEnumerable<string> Problems() =>
        [.. Options.Problems(), .. Counts(Errors, Items), .. NotNegative(nameof(RecentRate), RecentRate), .. NotNegative(nameof(WeightOfStart), WeightOfStart)];
}
