using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>A test as the calibration sees it: two samples in, a p value out.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Kind">What it promises of its level.</param>
/// <param name="P">Its p value; NaN where it has none of such samples.</param>
internal sealed record SampleTest<TSample>(string Name, LevelKind Kind, Func<TSample, TSample, SeededRandom, double> P)
{
    /// <summary>Samples above this size are tested in a fifth of the checks only, as the test is slow.</summary>
    public int QuickUpTo { get; init; } = int.MaxValue;

    /// <summary>Samples above this size are left out, as the test would take too long.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>The level that can be attained at most, given the samples and the nominal one; NaN or null where it is not known.</summary>
    public Func<TSample, TSample, double, double>? Attainable { get; init; }

    public int ChecksOf(SampleSizes size, int checks) => size.Larger > MostRows ? 0 : size.Larger > QuickUpTo ? Math.Max(1, checks / 5) : checks;
}

/// <summary>What a test promises.</summary>
internal enum LevelKind
{
    /// <summary>Never above the nominal level, at any size: counted exactly, or by permutation.</summary>
    Exact,
    /// <summary>Near it where rows are many.</summary>
    Limit,
    /// <summary>Made as others do, for comparison.</summary>
    Naive,
}
