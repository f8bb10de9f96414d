using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.JointDrift;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.AttributionDrift;

/// <summary>Does the model go by other features than at the deployment? The ranking of features by attribution, on the baseline's held-out rows and in the window, by NDCG.</summary>
/// <remarks>As SageMaker Clarify's feature-attribution drift, with a permutation p value beside its fixed limit; see <see cref="RankingDrift"/>. Needs no labels.</remarks>
public static class AttributionDriftMonitor
{
    /// <summary>Rows of the window and held-out rows of the baseline below which nothing is judged.</summary>
    public const int LeastRows = 50;

    /// <summary>Most rows of each side that are attributed: each is scored once for every feature.</summary>
    public const int MostRows = 300;

    /// <summary>NDCG from which on no drift is told, however certain: Clarify's limit.</summary>
    public const double Limit = 0.9;

    private const int FewPermutations = 999, MostPermutations = 99_999, FeaturesNamed = 3;
    private const string Subject = "attributions", Measure = "ndcg";

    /// <summary>Judges the window at <paramref name="alpha"/>.</summary>
    public static MonitorResult Judge(double alpha, MonitorEvidence evidence)
    {
        if (WholeRows.Problem(evidence) is { } problem) return MonitorResult.Unjudged(MonitorKind.AttributionDrift, alpha, problem);
        SeededRandom random = new(Seeds.Derive(evidence.Seed, "attribution drift"));
        RowSample sample = evidence.Baseline.Rows!;
        Table baseline = sample.Rows.Take([.. Enumerable.Range(0, Math.Min(MostRows, sample.HeldOut))]), window = DrawnRows.Of(evidence.Window.Rows, MostRows, random);
        if (Math.Min(window.Count, baseline.Count) < LeastRows)
        {
            return MonitorResult.Unjudged(MonitorKind.AttributionDrift, alpha,
                Invariant($"{window.Count} different rows asked in the window, and the baseline keeps {baseline.Count} held-out rows; attributions are ranked from {LeastRows} of each on."));
        }

        return MonitorResult.Of(MonitorKind.AttributionDrift, alpha, ComparedColumns.Of(baseline, window).Judged(Subject, Measure, "be ranked", names => Tell(alpha, names, baseline, window, evidence.Score, random)));
    }

    private static MonitorFinding Tell(double alpha, IReadOnlyList<string> names, Table baseline, Table window, Func<Table, double[]> score, SeededRandom random)
    {
        FeatureRows before = ScoreAttributions.Of(baseline, baseline, names, score, random), now = ScoreAttributions.Of(window, baseline, names, score, random);
        double gain = RankingDrift.Gain(before, now);
        if (double.IsNaN(gain)) return MonitorFinding.Unjudged(Subject, Measure, "No feature moves the model's score, so there is no ranking.");
        TestResult test = RankingDrift.Test(before, now, random, gain < Limit ? Permutations(alpha) : FewPermutations);
        return new MonitorFinding
        {
            Subject = Subject,
            Measure = Measure,
            Value = gain,
            Reference = 1,
            P = test.PValue,
            Alpha = alpha,
            Found = test.PValue <= alpha && gain < Limit,
            Text = Invariant($"NDCG {gain:0.000}, told below {Limit}. The score goes by {First(names, now)} most; on the held-out rows by {First(names, before)}."),
        };
    }

    // Twice as many as the level asks for, so that one division as far does not hide a change.
    private static int Permutations(double alpha) => (int)Math.Clamp(2 / alpha, FewPermutations, MostPermutations);

    private static string First(IReadOnlyList<string> names, FeatureRows attributions) =>
        string.Join(", ", names.Zip(RankingDrift.Means(attributions)).OrderByDescending(pair => pair.Second).Take(FeaturesNamed).Select(pair => pair.First));
}
