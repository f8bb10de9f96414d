using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that a <see cref="Ddm"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="Items">Items since the start or the last drift.</param>
/// <param name="Errors">Errors among them.</param>
/// <param name="MinimumRate">Error rate where rate and deviation together were least; null while none is kept.</param>
/// <param name="MinimumDeviation">Its standard deviation there.</param>
public sealed record DdmSnapshot(DdmOptions Options, DriftState State, long Items, long Errors, double? MinimumRate, double? MinimumDeviation)
{
    internal IEnumerable<string> Problems() => [.. Options.Problems(), .. Counts(Errors, Items), .. Minimum(MinimumRate, MinimumDeviation)];
}
