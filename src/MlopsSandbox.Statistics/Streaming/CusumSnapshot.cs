using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that a <see cref="Cusum"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items since the start or the last drift.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Rise">The sum of rises.</param>
/// <param name="Fall">The sum of falls; 0 when one-sided.</param>
public sealed record CusumSnapshot(CusumOptions Options, DriftState State, long Items, double Mean, double Rise, double Fall)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. AtLeast(nameof(Items), Items, 0), .. Finite(nameof(Mean), Mean), .. NotNegative(nameof(Rise), Rise), .. NotNegative(nameof(Fall), Fall),
    ];
}
