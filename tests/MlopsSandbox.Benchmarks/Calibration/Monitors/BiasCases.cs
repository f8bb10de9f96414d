using MathNet.Numerics.Distributions;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>The change of a group's difference, for groups of 5 to 50 % and decisions from rare to even.</summary>
internal static class BiasCases
{
    private const int BaselineRows = 1_400;

    public static IEnumerable<MonitorCase> All =>
    [
        Of(360, 0.16, 0.03), Of(360, 0.16, 0.1), Of(360, 0.16, 0.3), Of(360, 0.5, 0.3), Of(1_000, 0.05, 0.1), Of(1_000, 0.05, 0.3), Of(1_000, 0.5, 0.1),
        Of(360, 0.16, 0.3, moved: 0.1), Of(1_000, 0.05, 0.1, moved: 0.1),
    ];

    private static MonitorCase Of(int rows, double groupShare, double called, double moved = 0)
    {
        Draw groupBefore = new((int)(BaselineRows * groupShare), called), othersBefore = new(BaselineRows - groupBefore.Rows, called);
        Draw groupNow = new((int)(rows * groupShare), called + moved), othersNow = new(rows - groupNow.Rows, called + moved);
        return MonitorCase.ByP(
            "bias",
            Invariant($"{rows} rows, a group of {groupShare:P0}, {called:P0} called positive{(moved > 0 ? Invariant($", {moved:P0} more of all now; nothing is promised") : "")}"),
            checks: 20,
            random => ChangeOfDifference.Test(groupBefore.Next(random), othersBefore.Next(random), groupNow.Next(random), othersNow.Next(random)).PValue) with { IsPromised = moved == 0 };
    }

    /// <summary>Draws how many of some rows are called positive.</summary>
    private sealed record Draw(int Rows, double Called)
    {
        private readonly double[] _upTo = [.. Enumerable.Range(0, Rows + 1).Select(hits => Binomial.CDF(Called, Rows, hits))];

        public Proportion Next(SeededRandom random) => Array.BinarySearch(_upTo, random.NextDouble()) is var at ? new(Math.Min(Rows, at < 0 ? ~at : at + 1), Rows) : default;
    }
}
