using System.Diagnostics;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Scipy;

/// <summary>Tests and distances of two unsorted samples of a million values beside scipy's: the same figures, and how many times as fast.</summary>
internal static class AgainstScipy
{
    private const int Size = 1_000_000;
    private const double Asked = 4;

    private static readonly (string Name, Func<double[], double[], TestResult> Make)[] Tests =
    [
        ("Kolmogorov-Smirnov", (baseline, current) => KolmogorovSmirnov.TestUnsorted(baseline, current, PValueMethod.Asymptotic)),
        ("Wasserstein", (baseline, current) => new TestResult(Wasserstein.Distance(baseline, current), double.NaN)),
        ("Mann-Whitney", (baseline, current) => MannWhitney.TestUnsorted(baseline, current, PValueMethod.Asymptotic)),
        ("Cramér-von Mises", (baseline, current) => CramerVonMises.TestUnsorted(baseline, current, PValueMethod.Asymptotic)),
        ("Jensen-Shannon", (baseline, current) => new TestResult(OfHistograms(baseline, current), double.NaN)),
    ];

    /// <returns>False when one of them is less than four times as fast, or gives another figure.</returns>
    public static bool Run(int rounds)
    {
        var (baseline, current) = Samples();
        using var scipy = Scipy.Start(baseline, current);
        if (scipy is null)
        {
            Console.WriteLine("Skipped: no python3 on the path or in /usr/bin imports scipy. Install it (apt-get install python3-scipy), or set MLOPS_PYTHON to a Python that has it.");
            return true;
        }

        Console.WriteLine($"{Machine.Name}; {scipy.Version}; {Table.Count(Size)} against {Table.Count(Size)} values, unsorted; median of {rounds} rounds, one after the other");
        Console.WriteLine();
        WarmUp(baseline, current);
        Table.Header("", "ours", "scipy", "times as fast", "statistic", "differs by", "p, ours", "p, scipy");
        return Tests.Select(test => Row(test.Name, () => test.Make(baseline, current), scipy, rounds)).ToList().TrueForAll(isWell => isWell);
    }

    // Compiles, and again with what was learned; what they share, such as the sort, is compiled anew only after 30 calls.
    private static void WarmUp(double[] baseline, double[] current)
    {
        for (var pass = 0; pass < 10; pass++)
            foreach (var (_, make) in Tests) make(baseline, current);
    }

    private static bool Row(string name, Func<TestResult> make, Scipy scipy, int rounds)
    {
        var (ours, theirs) = (new double[rounds], new double[rounds]);
        (TestResult result, (double Seconds, double Statistic, double P) answer) = (default!, default);
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            result = make();
            ours[round] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            answer = scipy.Make(name);
            theirs[round] = answer.Seconds;
        }

        var times = Median(theirs) / Median(ours);
        var differs = Math.Abs(result.Statistic - answer.Statistic) / Math.Abs(answer.Statistic);
        Table.Row(name, Table.Milliseconds(1e3 * Median(ours)), Table.Milliseconds(1e3 * Median(theirs)), Invariant($"{times:0.0}"),
            Invariant($"{result.Statistic:G10}"), Invariant($"{differs:0.0E+0}"), P(result.PValue), P(answer.P));
        return times >= Asked && differs <= 1e-9;
    }

    // Two normal samples, one moved by a thousandth: figures that are neither 0 nor 1.
    private static (double[] Baseline, double[] Current) Samples()
    {
        var random = new SeededRandom(1);
        double[] Draw(double mean) => [.. Enumerable.Range(0, Size).Select(_ => mean + Normal(random))];
        return (Draw(0), Draw(0.001));
    }

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double OfHistograms(double[] baseline, double[] current)
    {
        var bins = EqualWidthBins.OfBoth(baseline, current, 50);
        return JensenShannon.Distance(bins.CountsOf(baseline), bins.CountsOf(current));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string P(double p) => double.IsNaN(p) ? "–" : Invariant($"{p:G6}");
}
