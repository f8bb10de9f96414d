using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>From which size on a test keeps its level within a fifth.</summary>
internal static class LeastRows
{
    /// <summary>How far from the nominal level, as a share of it, a true one may be.</summary>
    public const double Fifth = 0.2;

    /// <summary>Whether a rate can be the nominal level within a fifth (99 % interval).</summary>
    public static bool IsNear(LevelCell cell, int level) =>
        LevelJudge.Interval(cell.Alarms[level], cell.Checks) is var (low, high) && low <= LevelCount.Nominal[level] * (1 + Fifth) && high >= LevelCount.Nominal[level] * (1 - Fifth);

    /// <summary>The least of the sizes from which on all rates are near the level; null when the largest is not. Sizes at which the test was not made are passed over.</summary>
    public static SampleSizes? Of(SampleSizes[] sizes, LevelCell[] cells, int level)
    {
        SampleSizes? least = null;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            if (cells[i].Checks == 0) continue;
            if (!IsNear(cells[i], level)) break;
            least = sizes[i];
        }

        return least;
    }

    /// <summary>Window rows at 5 % and at 1 %; where the level is never kept, the rate at the largest size.</summary>
    public static string Text(SampleSizes[] sizes, LevelCell[] cells)
    {
        var last = cells.LastOrDefault(cell => cell.Checks > 0);
        if (last is null) return "–";
        return string.Join(" / ", Enumerable.Range(0, LevelCount.Nominal.Length).Select(level =>
            Of(sizes, cells, level) is { } least ? Invariant($"{least.Current:#,0}") : Invariant($"never ({100 * last.Rate(level):0.0#} %)")));
    }
}
