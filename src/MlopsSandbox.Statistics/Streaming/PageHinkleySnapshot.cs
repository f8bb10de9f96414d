using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that a <see cref="PageHinkley"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items since the start or the last drift.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Sum">The sum of rises above the mean.</param>
/// <param name="LowestSum">Its lowest so far, at most 0; 0 for the clamped form.</param>
public sealed record PageHinkleySnapshot(PageHinkleyOptions Options, DriftState State, long Items, double Mean, double Sum, double LowestSum)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. AtLeast(nameof(Items), Items, 0), .. Finite(nameof(Mean), Mean), .. Finite(nameof(Sum), Sum), .. Finite(nameof(LowestSum), LowestSum),
    ];
}
