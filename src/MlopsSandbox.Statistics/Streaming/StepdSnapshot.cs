using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that a <see cref="Stepd"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="OlderItems">Items that are no longer recent.</param>
/// <param name="OlderErrors">Errors among them.</param>
/// <param name="Statistic">The test's statistic after the last item; 0 where it is not tested.</param>
/// <param name="Recent">The recent errors, the oldest first.</param>
public sealed record StepdSnapshot(StepdOptions Options, DriftState State, long OlderItems, long OlderErrors, double Statistic, byte[] Recent)
{
    internal IEnumerable<string> Problems() =>
    [
        .. Options.Problems(), .. Counts(OlderErrors, OlderItems), .. Finite(nameof(Statistic), Statistic), .. Errors(nameof(Recent), Recent, Options.RecentItems),
    ];
}
