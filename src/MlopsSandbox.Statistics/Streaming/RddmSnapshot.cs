using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="Rddm"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items that the rate is of, those counted again at the last rebuilding included.</param>
/// <param name="Errors">Errors among them.</param>
/// <param name="MinimumRate">Error rate where rate and deviation together were least; null while none is kept.</param>
/// <param name="MinimumDeviation">Its standard deviation there.</param>
/// <param name="ItemsSinceRebuilding">Items since the start or the last rebuilding.</param>
/// <param name="Warnings">Warnings in a row, up to now.</param>
/// <param name="MustRebuild">Whether the next update counts the stored errors again first.</param>
/// <param name="Stored">The newest errors, the oldest of them first.</param>
public sealed record RddmSnapshot(
    RddmOptions Options, DriftState State, long Items, long Errors, double? MinimumRate, double? MinimumDeviation,
    long ItemsSinceRebuilding, int Warnings, bool MustRebuild, byte[] Stored)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. Counts(Errors, Items), .. Minimum(MinimumRate, MinimumDeviation), .. AtLeast(nameof(Warnings), Warnings, 0),
        .. AtLeast(nameof(ItemsSinceRebuilding), ItemsSinceRebuilding, 0), .. DetectorProblems.Errors(nameof(Stored), Stored, Options.StableConcept),
    ];
}
