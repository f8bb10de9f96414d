using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>What a scenario's own thresholds keep of the false-alarm budget, said in the report.</summary>
internal static class ThresholdNotes
{
    /// <summary>A sentence for thresholds that do not keep it; none for tests and permutations.</summary>
    public static IEnumerable<string> Of(DriftCheckSettings settings, IReadOnlyList<DriftMeasure> measures)
    {
        DriftMeasure[] judged = [.. measures.Where(measure => measure.Kind != DriftKind.Quality && measure.NotJudged is null)];
        if (judged.Length == 0) yield break;
        if (settings.Thresholds is FixedThreshold)
            yield return "Features and predictions have a fixed threshold: how often they alarm by chance is not known, so that the false-alarm budget is not kept.";
        if (settings.Thresholds is ChunkThreshold { Sigmas: var sigmas })
        {
            double any = Math.Min(1, judged.Sum(measure => measure.Alpha));
            yield return Invariant($"Thresholds of {sigmas} σ: where nothing has changed up to {any:P1} of checks alarm, by all {judged.Length} features and predictions together; the budget's share for all drift tests is {settings.Alpha:P2}.");
        }
    }
}
