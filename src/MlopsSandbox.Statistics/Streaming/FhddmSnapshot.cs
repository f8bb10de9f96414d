using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="Fhddm"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="FewestErrors">The fewest errors that a full window had since the start or the last drift; the window's size before.</param>
/// <param name="Errors">The errors in the window, the oldest first.</param>
public sealed record FhddmSnapshot(FhddmOptions Options, DriftState State, int FewestErrors, byte[] Errors)
{
    internal IEnumerable<string> Problems() =>
        [.. Options.Problems(), .. Counts(FewestErrors, Options.Window), .. DetectorProblems.Errors(nameof(Errors), Errors, Options.Window)];
}
