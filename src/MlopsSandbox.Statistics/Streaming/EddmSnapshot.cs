using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="Eddm"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items since the start or the last drift.</param>
/// <param name="Errors">Errors among them.</param>
/// <param name="LastErrorAt">The item of the last error, counted from 1; 0 while there is none.</param>
/// <param name="MeanDistance">Mean number of items from one error to the next.</param>
/// <param name="SumOfSquares">Sum of the squared deviations from that mean.</param>
/// <param name="MaximumReach">The largest that mean and twice the deviation were together; 0 while none is kept.</param>
public sealed record EddmSnapshot(
    EddmOptions Options, DriftState State, long Items, long Errors, long LastErrorAt, double MeanDistance, double SumOfSquares, double MaximumReach)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. Counts(Errors, Items), .. Counts(LastErrorAt, Items), .. NotNegative(nameof(MeanDistance), MeanDistance),
        .. NotNegative(nameof(SumOfSquares), SumOfSquares), .. NotNegative(nameof(MaximumReach), MaximumReach),
    ];
}
