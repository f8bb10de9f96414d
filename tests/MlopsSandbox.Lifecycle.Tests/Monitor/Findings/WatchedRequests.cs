using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Bias;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Findings;

/// <summary>Requests of a made-up endpoint: a number, a group of two, and a score that is the probability of the label.</summary>
internal static class WatchedRequests
{
    public const int RowsADay = 100, DelayDays = 2, WindowDays = 3;
    public const double Threshold = 0.5;
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly Feature[] Features = [new("amount", FeatureKind.Numeric), new("group", FeatureKind.Categorical)];
    public static readonly BiasGroup[] Groups = [new("group", "a")];

    public static Scenario ScenarioOf(TelcoCustomers telco) => telco.Scenario with
    {
        Features = Features,
        Costs = new Costs("USD", 50, 500),
        Labels = new LabelDelay(DelayDays),
        Monitor = new MonitorSettings(0.05, 26, WindowDays) { Bias = Groups },
    };

    /// <summary>Days of requests, the labels of all of them known.</summary>
    public static CapturedRequest[] Days(int seed, int days)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, days * RowsADay).Select(i =>
        {
            (double score, DateTimeOffset at) = (random.NextDouble(), Begin.AddDays((double)i / RowsADay));
            return new CapturedRequest(i, i, at, Values(100 * random.NextDouble(), random.NextInt(3) == 0 ? "a" : "b"), score, 1, Classes.Label(random.NextDouble() < score), at.AddDays(DelayDays));
        })];
    }

    public static Dictionary<string, JsonElement> Values(object? amount, object? group) =>
        new() { ["amount"] = JsonSerializer.SerializeToElement(amount), ["group"] = JsonSerializer.SerializeToElement(group) };

    public static CapturedRequest With(this CapturedRequest request, object? amount) => request with { Features = new Dictionary<string, JsonElement>(request.Features) { ["amount"] = JsonSerializer.SerializeToElement(amount) } };

    /// <summary>The baseline of as many days of rows, all of them held out.</summary>
    public static Baseline BaselineOf(int seed, int days)
    {
        CapturedRequest[] requests = Days(seed, days);
        Table rows = ObservedRequests.Of(requests, Features).Rows;
        double[] scores = [.. requests.Select(request => request.Score)];
        Baseline baseline = Baseline.From(PredictionTask.BinaryClassification, rows, scores, rows.Labels);
        return baseline with
        {
            Rows = RowSample.Of(rows, new HashSet<int>(), seed),
            Monitors = new MonitorBaseline(SuggestedConstraints.Of(baseline.Features), Threshold, ConfusionMatrix.At(Threshold, scores, Classes.Of(rows.Labels)), [.. Groups.Select(group => GroupDecisions.Of(group, rows, scores, Threshold))]),
        };
    }

    /// <summary>The check at the end of a day, counted from 1, of all requests served by then.</summary>
    public static MonitorEvidence After(int day, Scenario scenario, Baseline baseline, IReadOnlyList<CapturedRequest> requests, Func<Table, double[]>? score = null)
    {
        DateTimeOffset now = Begin.AddDays(day);
        CapturedRequest[] served = [.. requests.Where(request => request.ServedAt < now).Select(request => request.LabelAt <= now ? request : request with { Label = null })];
        WindowSpan span = scenario.Monitor.Window.At(Begin, now, served.Select(request => request.ServedAt));
        IReadOnlyList<CapturedRequest> window = span.ServedIn(served);
        return new MonitorEvidence
        {
            Now = now,
            ServingSince = Begin,
            Scenario = scenario,
            Baseline = baseline,
            Span = span,
            Served = served,
            Window = ObservedRequests.Of(window, Features),
            Labelled = ObservedRequests.Of(span.LabelledIn(served), Features),
            Score = score ?? (rows => rows.Count == window.Count ? [.. window.Select(request => request.Score)] : OfAmount(rows)),
        };
    }

    // What a score is made of where it is asked for other rows than the window's: the amount, and nothing else.
    private static double[] OfAmount(Table rows) => [.. ((NumericColumn)rows["amount"]).Values.Select(amount => double.IsNaN(amount) ? 0.5 : amount / 100)];
}
