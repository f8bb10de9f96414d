using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Rows of both samples of a check.</summary>
internal readonly record struct SampleSizes(int Baseline, int Current)
{
    public int Larger => Math.Max(Baseline, Current);

    public override string ToString() => Invariant($"{Baseline}:{Current}");

    public static SampleSizes[] Equal(params int[] rows) => [.. rows.Select(each => new SampleSizes(each, each))];

    /// <summary>A baseline ten times the window.</summary>
    public static SampleSizes[] TenToOne(params int[] windowRows) => [.. windowRows.Select(each => new SampleSizes(10 * each, each))];
}
