using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Statistics;
using static System.FormattableString;

namespace MlopsSandbox.Lifecycle.Monitor.JointDrift;

/// <summary>Do the features still hang together as they did? A classifier tries to tell the window's rows from the baseline's.</summary>
/// <remarks>Sees what no feature shows alone, and what single features show too. See <see cref="CrossFittedClassifier"/> for its level.</remarks>
public static class JointDriftMonitor
{
    /// <summary>Rows of the window and of the baseline below which nothing is judged.</summary>
    public const int LeastRows = 100;

    /// <summary>Least area that is told, however certain: 0.5 is guessing, and with very many rows anything above it is certain.</summary>
    public const double LeastArea = 0.55;

    private const int FeaturesNamed = 3;
    private const string Subject = "features together", Measure = "domain classifier";

    /// <summary>Judges the window's rows at <paramref name="alpha"/>, at most <see cref="RowSample.MostRows"/> of them; a source row that asked more than once counts once.</summary>
    public static MonitorResult Judge(double alpha, MonitorEvidence evidence)
    {
        if (WholeRows.Problem(evidence) is { } problem) return MonitorResult.Unjudged(MonitorKind.JointDrift, alpha, problem);
        (Table baseline, SeededRandom random) = (evidence.Baseline.Rows!.Rows, new SeededRandom(Seeds.Derive(evidence.Seed, "joint drift")));
        Table window = DrawnRows.Of(evidence.Window.Rows, RowSample.MostRows, random);
        if (Math.Min(window.Count, baseline.Count) < LeastRows)
        {
            return MonitorResult.Unjudged(MonitorKind.JointDrift, alpha,
                Invariant($"{window.Count} different rows asked in the window, and the baseline keeps {baseline.Count}; features are judged together from {LeastRows} of each on."));
        }

        return MonitorResult.Of(MonitorKind.JointDrift, alpha, ComparedColumns.Of(baseline, window).Judged(Subject, Measure, "hang together", names => Tell(alpha, names, baseline, window, random)));
    }

    private static MonitorFinding Tell(double alpha, IReadOnlyList<string> names, Table baseline, Table window, SeededRandom random)
    {
        JointEncoding encoding = JointEncoding.Of(names, baseline, window);
        DomainModel model = new(random.NextInt(int.MaxValue));
        DomainClassifierResult result = CrossFittedClassifier.Test(encoding.Baseline, encoding.Window, model.Tell, random);
        bool found = result.PValue <= alpha && result.Auc >= LeastArea;
        string text = Invariant($"A classifier tells the window's rows from the baseline's with an area of {result.Auc:0.000}; 0.5 is guessing.");
        return new MonitorFinding
        {
            Subject = Subject,
            Measure = Measure,
            Value = result.Auc,
            Reference = 0.5,
            P = result.PValue,
            Alpha = alpha,
            Found = found,
            Text = found ? $"{text} {WhatIsNew(encoding.Features, model, baseline, window, result.Scores)}" : text,
        };
    }

    private static string WhatIsNew(IReadOnlyList<FeatureSlots> features, DomainModel model, Table baseline, Table window, IReadOnlyList<double> scores)
    {
        Table newest = NewestRows.Of(window, scores);
        string[] first = [.. features.Zip(model.Weights(features)).OrderByDescending(pair => pair.Second).Take(FeaturesNamed).Select(pair => pair.First.Feature)];
        return $"It goes by {string.Join(", ", first)} most. The rows that look newest: {string.Join(", ", first.Select(feature => NewestRows.Describe(feature, newest, baseline)))}.";
    }
}
