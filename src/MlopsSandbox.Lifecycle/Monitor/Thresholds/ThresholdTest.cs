using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.Thresholds;

/// <summary>Holds a distance of a feature, or of the predictions, against its threshold.</summary>
internal static class ThresholdTest
{
    // One division into some twenty chunks gives a threshold that hangs on its luck: the rate of false alarms behind it may be many times another's.
    private const int Divisions = 20;

    /// <summary>Judges a feature.</summary>
    /// <param name="settings">With a threshold rule.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="window">The window, of the same kind.</param>
    /// <param name="alpha">Its share of the budget, at which permutations aim.</param>
    public static DriftMeasure Of(DriftCheckSettings settings, DriftKind kind, ColumnSummary baseline, ColumnSummary window, double alpha)
    {
        ThresholdRule rule = settings.Thresholds!;
        if (Refusal(rule, baseline, window, alpha) is { } reason) return DriftMeasure.Unjudged(baseline.Name, alpha, reason) with { Kind = kind };
        ScoredCells cells = CellsOf(rule.Score, baseline, window, isPooled: rule is PermutationThreshold), bins = CellsOf(DistanceScore.Psi, baseline, window, isPooled: false);
        SeededRandom random = new(Seeds.Derive(settings.Seed, baseline.Name));
        DriftMeasure measure = rule switch
        {
            FixedThreshold chosen => Plain(kind, rule, baseline, cells) with { Threshold = chosen.Above, Why = Invariant($"{Named(rule.Score)} against a threshold that somebody chose: how often it alarms by chance is not known") },
            ChunkThreshold chunks => OfChunks(Plain(kind, rule, baseline, cells), chunks, cells, random),
            PermutationThreshold permutation => OfPermutations(Plain(kind, rule, baseline, cells), permutation, cells, alpha, random),
            _ => throw new System.Diagnostics.UnreachableException($"no threshold for {rule.GetType().Name}"),
        };
        return measure with
        {
            Effect = bins.Score - PopulationStability.ExpectedValue(bins.Baseline.Zip(bins.Window).Count(pair => pair.First + pair.Second > 0), baseline.Rows, window.Rows),
            Moved = rule is FixedThreshold ? double.NaN : TotalVariation.Distance(bins.Baseline, bins.Window),
            LeastMoved = rule is FixedThreshold ? 0 : settings.LeastChange.Values,
        };
    }

    /// <summary>Divisions that a share of the budget needs when nobody says how many: twice the least, so that one that is as far does not silence an alarm.</summary>
    public static int DivisionsFor(double alpha) => (int)Math.Min(RelabelledCounts.Most, (2 * RelabelledCounts.LeastDivisions(alpha)) + 1);

    private static DriftMeasure Plain(DriftKind kind, ThresholdRule rule, ColumnSummary baseline, ScoredCells cells) => new()
    {
        Name = baseline.Name,
        Kind = kind,
        Test = Word(rule.Score),
        Score = cells.Score,
        Threshold = double.PositiveInfinity,
        P = double.NaN,
        Alpha = double.NaN,
        Effect = 0,
    };

    private static DriftMeasure OfChunks(DriftMeasure measure, ChunkThreshold rule, ScoredCells cells, SeededRandom random)
    {
        int rows = cells.Window.Sum();
        double[][] divisions = [.. Enumerable.Range(0, Divisions).Select(_ => ReferenceChunks.Scores(cells.Baseline, rows, cells.Distance, random))];
        int alarms = SigmaThreshold.FalseAlarms(divisions, rule.Sigmas), chunks = divisions.Sum(scores => scores.Length);
        return measure with
        {
            Threshold = SigmaThreshold.Of([.. divisions.SelectMany(scores => scores)], rule.Sigmas).Value,
            Alpha = (double)alarms / chunks,
            Why = Invariant($"{Named(rule.Score)} against mean + {rule.Sigmas} σ of {divisions[0].Length} chunks of the baseline, each as large as the window and held against the rest, over {Divisions} random divisions; each left out in turn, {alarms} of {chunks} chunks alarm where nothing has changed"),
        };
    }

    private static DriftMeasure OfPermutations(DriftMeasure measure, PermutationThreshold rule, ScoredCells cells, double alpha, SeededRandom random)
    {
        int divisions = rule.Permutations ?? DivisionsFor(alpha);
        RelabelledResult test = RelabelledCounts.Test(cells.Baseline, cells.Window, cells.Distance, alpha, divisions, random);
        return measure with
        {
            Threshold = StrongestTest.Agreeing(test.CriticalValue, test.Statistic, test.PValue, alpha),
            P = test.PValue,
            Alpha = alpha,
            Why = Invariant($"{Named(rule.Score)} against that of {divisions} random divisions of both samples' rows, right at any size: its rate of false alarms is its share of the budget"),
        };
    }

    private static ScoredCells CellsOf(DistanceScore score, ColumnSummary baseline, ColumnSummary window, bool isPooled) => (baseline, window) switch
    {
        (NumericSummary before, NumericSummary now) => ScoredCells.Of(score, before, now, isPooled),
        (CategoricalSummary before, CategoricalSummary now) => ScoredCells.Of(score, before, now),
        _ => throw new System.Diagnostics.UnreachableException("samples of one kind were asked for"),
    };

    private static string? Refusal(ThresholdRule rule, ColumnSummary baseline, ColumnSummary window, double alpha) => (rule, baseline, window) switch
    {
        _ when baseline.Rows == 0 || window.Rows == 0 => "there are no rows in the baseline, in the window, or in both",
        ({ Score: DistanceScore.Wasserstein }, NumericSummary before, NumericSummary now) when before.Values.Length == 0 || now.Values.Length == 0 => NumericDrift.Reason(before, now),
        ({ Score: DistanceScore.Wasserstein }, NumericSummary before, NumericSummary now) when !(double.IsFinite(before.Values[^1] - before.Values[0]) && double.IsFinite(now.Values[^1] - now.Values[0])) =>
            "it has values without bound, between which no distance is defined",
        (ChunkThreshold, _, _) when ChunksOf(rule.Score, baseline, window) is var chunks and < ReferenceChunks.Least =>
            Invariant($"the {baseline.Rows} rows of its baseline make {chunks} chunks of the window's {window.Rows}; a threshold takes {ReferenceChunks.Least} of them at least"),
        (PermutationThreshold { Permutations: var told }, _, _) when (told ?? RelabelledCounts.Most) < RelabelledCounts.LeastDivisions(alpha) =>
            Invariant($"{told ?? RelabelledCounts.Most} permutations allow no p below {1 / ((told ?? RelabelledCounts.Most) + 1.0):G3}; its share of the budget, {alpha:G3}, takes {RelabelledCounts.LeastDivisions(alpha)}"),
        _ => null,
    };

    private static int ChunksOf(DistanceScore score, ColumnSummary baseline, ColumnSummary window) => (score, baseline, window) switch
    {
        (DistanceScore.Wasserstein, NumericSummary before, NumericSummary now) => before.Values.Length / now.Values.Length,
        _ => baseline.Rows / window.Rows,
    };

    private static string Word(DistanceScore score) => score switch { DistanceScore.Psi => "psi", DistanceScore.JensenShannon => "jensen-shannon", _ => "wasserstein" };

    private static string Named(DistanceScore score) => score switch { DistanceScore.Psi => "PSI", DistanceScore.JensenShannon => "Jensen-Shannon distance", _ => "normed Wasserstein distance" };
}
