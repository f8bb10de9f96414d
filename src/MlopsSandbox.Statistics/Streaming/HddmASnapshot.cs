using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="HddmA"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items since the start or the last drift.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Lowest">The cut before which the mean was lowest, by its upper bound.</param>
/// <param name="Highest">The cut before which it was highest, by its lower bound; kept by two-sided detectors.</param>
public sealed record HddmASnapshot(HddmAOptions Options, DriftState State, long Items, double Sum, HddmACut Lowest, HddmACut Highest)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. AtLeast(nameof(Items), Items, 0), .. NotNegative(nameof(Sum), Sum), .. Counts(Lowest.Items, Items), .. Counts(Highest.Items, Items),
        .. NotNegative(nameof(Lowest), Lowest.Mean), .. NotNegative(nameof(Highest), Highest.Mean),
    ];
}
