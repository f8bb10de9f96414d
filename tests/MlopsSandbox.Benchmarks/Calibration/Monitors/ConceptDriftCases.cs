using MlopsSandbox.Lifecycle.Monitor.ConceptDrift;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>HDDM-A on the stream of errors since the deployment, at the monitor's confidence: does it drift within the window's labels?</summary>
internal static class ConceptDriftCases
{
    private const int WindowLabels = 360;

    public static IEnumerable<MonitorCase> All =>
        from labels in (int[])[100, 360, 1_000, 3_000]
        from errors in (double[])[0.1, 0.3]
        select new MonitorCase("concept drift", Invariant($"{labels:#,0} labels since the deployment, {errors:P0} errors"), labels > 1_000 ? 2 : 5, (random, levels) => Alarms(random, levels, labels, errors));

    private static bool[] Alarms(SeededRandom random, double[] levels, int labels, double errors)
    {
        HddmA[] detectors = [.. levels.Select(level => new HddmA(new HddmAOptions { DriftConfidence = level / ConceptDriftMonitor.Comparisons, WarningConfidence = 5 * level / ConceptDriftMonitor.Comparisons }))];
        var drifted = new bool[levels.Length];
        for (var label = 0; label < labels; label++)
        {
            var wrong = random.NextDouble() < errors ? 1 : 0;
            for (var level = 0; level < levels.Length; level++)
                drifted[level] |= detectors[level].Update(wrong) == DriftState.Drift && label >= labels - WindowLabels;
        }

        return drifted;
    }
}
