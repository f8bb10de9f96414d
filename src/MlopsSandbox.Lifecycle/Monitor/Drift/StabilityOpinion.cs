using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>The second opinion on a test: the population stability index of the same rows, with its threshold for these sizes.</summary>
internal static class StabilityOpinion
{
    /// <summary>Adds index, threshold and effect, at the test's own level.</summary>
    /// <param name="measure">The test.</param>
    /// <param name="baseline">Rows in each bin.</param>
    /// <param name="window">Rows in the same bins.</param>
    /// <param name="mergeRare">True to merge rare bins first, on which the threshold's approximation relies; false where two bins are all there is.</param>
    public static DriftMeasure WithIndex(this DriftMeasure measure, int[] baseline, int[] window, bool mergeRare = true)
    {
        (int[] before, int[] now) = mergeRare ? RareCategories.Merge(baseline, window) : (baseline, window);
        double index = PopulationStability.Index(before, now);
        (int n, int m) = (before.Sum(), now.Sum());
        return measure with
        {
            Psi = index,
            PsiThreshold = PopulationStability.CriticalValue(measure.Alpha, before.Length, n, m),
            Effect = index - PopulationStability.ExpectedValue(before.Length, n, m),
        };
    }
}
