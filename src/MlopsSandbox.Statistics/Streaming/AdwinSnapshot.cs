using static System.FormattableString;
using static MlopsSandbox.Statistics.DetectorProblems;

namespace MlopsSandbox.Statistics;

/// <summary>All that an <see cref="Adwin"/> knows; goes through JSON and back unchanged.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="State">What it said last.</param>
/// <param name="SinceCheck">Items since the last check.</param>
/// <param name="BucketsOfSize">How many buckets there are of 1, 2, 4, … items.</param>
/// <param name="Sums">Sum of each bucket: by size, the smallest first; of one size, the oldest first.</param>
/// <param name="SquaredDeviations">Sum of squared deviations from each bucket's mean, in the same order.</param>
public sealed record AdwinSnapshot(AdwinOptions Options, DriftState State, int SinceCheck, int[] BucketsOfSize, double[] Sums, double[] SquaredDeviations)
{
    internal IEnumerable<string> Problems()
    {
        string[] problems = [.. Options.Problems(), .. Counts(SinceCheck, Options.Clock)];
        if (BucketsOfSize is null || BucketsOfSize.Length > AdwinBuckets.MostRows || Array.Exists(BucketsOfSize, count => count < 0 || count > Options.Buckets))
            return [.. problems, Invariant($"The snapshot's buckets are not 0 to {Options.Buckets} of each of at most {AdwinBuckets.MostRows} sizes.")];
        int buckets = BucketsOfSize.Sum();
        if (Sums?.Length != buckets || SquaredDeviations?.Length != buckets)
            return [.. problems, Invariant($"The snapshot has {Sums?.Length} sums and {SquaredDeviations?.Length} deviations for {buckets} buckets; expected one of each.")];
        return Array.TrueForAll(Sums, double.IsFinite) && Array.TrueForAll(SquaredDeviations, double.IsFinite)
            ? problems
            : [.. problems, "The snapshot has a bucket that is not finite; expected only finite ones."];
    }
}
