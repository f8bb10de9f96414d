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

    /// <summary>As <see cref="Of(IReadOnlyList{DriftMeasure}, double)"/>, of a feature whose values could not be tested: without an alarm of the others it was not judged.</summary>
    public static DriftMeasure Of(IReadOnlyList<DriftMeasure> tests, double alpha, string name, string? notJudged)
    {
        if (notJudged is null) return Of(tests, alpha);
        return tests.Any(test => test.Drifted) ? Of(tests, alpha) : DriftMeasure.Unjudged(name, alpha, notJudged);
    }

    /// <summary>A threshold that agrees with the p value: one that was searched for only nearly may lie on the wrong side of the score.</summary>
    public static double Agreeing(double threshold, double score, double p, double alpha) =>
        p <= alpha ? Math.Min(threshold, score) : Math.Max(threshold, Math.BitIncrement(score));
}
