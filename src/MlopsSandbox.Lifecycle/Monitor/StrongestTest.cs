namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Chooses which of a feature's tests speaks for it.</summary>
internal static class StrongestTest
{
    /// <summary>The test that alarms with the largest effect, else the one nearest to its thresholds; p is multiplied by the number of tests.</summary>
    /// <param name="tests">One to three tests, each at its part of <paramref name="alpha"/>.</param>
    /// <param name="alpha">The feature's level.</param>
    public static DriftMeasure Of(IReadOnlyList<DriftMeasure> tests, double alpha)
    {
        DriftMeasure strongest = tests.OrderByDescending(test => test.Drifted).ThenByDescending(test => test.Drifted ? test.Effect : test.Severity).First();
        return strongest with { P = Math.Min(1, strongest.P * tests.Count), Alpha = alpha };
    }
}
