using MathNet.Numerics.Distributions;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>Whether so many alarms can be chance at a promised level.</summary>
internal static class LevelJudge
{
    /// <summary>Probability that no interval misses its rate, however many there are.</summary>
    public const double Confidence = 0.99;

    /// <summary>Clopper and Pearson's interval (1934) of the rate of alarms, as one of <paramref name="cells"/> that are to hold together (Bonferroni).</summary>
    public static (double Low, double High) Interval(int alarms, int checks, int cells = 1)
    {
        var risk = (1 - Confidence) / cells / 2;
        return (
            alarms == 0 ? 0 : Beta.InvCDF(alarms, checks - alarms + 1, risk),
            alarms == checks ? 1 : Beta.InvCDF(alarms + 1, checks - alarms, 1 - risk));
    }

    /// <summary>Whether the level can be kept: false says that the test alarms too often.</summary>
    public static bool MayKeep(double level, int alarms, int checks, int cells = 1) => Interval(alarms, checks, cells).Low <= level;

    /// <summary>Whether the rate can be the level that is attainable: false says that the test alarms too often, or is more careful than it need be.</summary>
    public static bool MayBe(double attainable, int alarms, int checks, int cells = 1) =>
        Interval(alarms, checks, cells) is var (low, high) && low <= attainable && attainable <= high;
}
