namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="HddmW"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Total">Weighted mean since the start or the last drift.</param>
/// <param name="BeforeLowest">That mean where its upper bound was least.</param>
/// <param name="SinceLowest">Weighted mean since then.</param>
/// <param name="BeforeHighest">That mean where its lower bound was largest; kept by two-sided detectors.</param>
/// <param name="SinceHighest">Weighted mean since then.</param>
public sealed record HddmWSnapshot(
    HddmWOptions Options, DriftState State, WeightedMean Total, WeightedMean BeforeLowest, WeightedMean SinceLowest, WeightedMean BeforeHighest, WeightedMean SinceHighest)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. Total.Problems(nameof(Total)), .. BeforeLowest.Problems(nameof(BeforeLowest)), .. SinceLowest.Problems(nameof(SinceLowest)),
        .. BeforeHighest.Problems(nameof(BeforeHighest)), .. SinceHighest.Problems(nameof(SinceHighest)),
    ];
}
