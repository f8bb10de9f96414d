using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Counts the requests since a deployment by simulated day (UTC), in the baseline's bins, for each thing that drifted. Pure.</summary>
/// <param name="baseline">Gives the bins.</param>
/// <param name="features">The scenario's features.</param>
/// <param name="requests">Since the deployment, in order of serving; at least one.</param>
public sealed class ServedDays(Baseline baseline, IReadOnlyList<Feature> features, IReadOnlyList<CapturedRequest> requests)
{
    private const int ScoreBins = 10;

    /// <summary>Estimated begin of the change: the start of a simulated day.</summary>
    /// <param name="drifted">What alarmed; features and predictions are looked at where there are any, as they come without delay, else the quality.</param>
    public DateTimeOffset ChangedAt(IReadOnlyCollection<(string Name, DriftKind Kind)> drifted)
    {
        bool seesInputs = drifted.Any(item => item.Kind != DriftKind.Quality);
        CapturedRequest[] rows = [.. requests.Where(request => seesInputs || request.Label is not null)];
        DateTimeOffset first = DayOf(rows[0].ServedAt);
        int[] days = [.. rows.Select(request => (DayOf(request.ServedAt) - first).Days)];
        Table table = ObservedRequests.Of(rows, [.. features.Where(feature => drifted.Contains((feature.Name, DriftKind.Feature)))]).Rows;
        DailyCounts[] tracks = seesInputs
            ? [.. drifted.Where(item => item.Kind != DriftKind.Quality).Select(item => item.Kind == DriftKind.Feature ? OfFeature(item.Name, table, days) : OfScores(rows, days))]
            : [baseline.Task == PredictionTask.Regression ? OfErrors(rows, days) : OfScoresWithLabels(rows, days)];
        return first.AddDays(ChangeEstimate.FirstChangedDay(tracks));
    }

    private DailyCounts OfFeature(string name, Table table, int[] days) => (baseline.Features.First(feature => feature.Name == name), table[name]) switch
    {
        (NumericSummary numeric, NumericColumn column) => OfNumbers(numeric, column.Values, days),
        (CategoricalSummary categorical, CategoricalColumn column) => OfTexts(categorical, column.Values, days),
        _ => throw new ArgumentException($"'{name}' is not of the kind that the baseline has; expected the scenario's features unchanged."),
    };

    private static DailyCounts OfNumbers(NumericSummary baseline, double[] values, int[] days)
    {
        QuantileBins bins = QuantileBins.Of(baseline.Values);
        int[] before = bins.CountsOf(baseline.Values);
        before[^1] = baseline.Missing;
        return Count(before, [.. values.Select(bins.IndexOf)], days);
    }

    private static DailyCounts OfTexts(CategoricalSummary baseline, string?[] values, int[] days)
    {
        string[] known = [.. baseline.Counts.Keys];
        Dictionary<string, int> at = known.Select((value, bin) => (value, bin)).ToDictionary(pair => pair.value, pair => pair.bin);
        int unseen = known.Length, missing = known.Length + 1;
        return Count(
            [.. baseline.Counts.Values, 0, baseline.Missing],
            [.. values.Select(value => value is null ? missing : at.GetValueOrDefault(value, unseen))],
            days);
    }

    private DailyCounts OfScores(CapturedRequest[] rows, int[] days)
    {
        QuantileBins bins = QuantileBins.Of(baseline.HeldOutScores, ScoreBins);
        return Count(bins.CountsOf(baseline.HeldOutScores), [.. rows.Select(row => bins.IndexOf(row.Score))], days);
    }

    // A relation that changed shows in how scores and labels go together, whatever each does alone.
    private DailyCounts OfScoresWithLabels(CapturedRequest[] rows, int[] days)
    {
        QuantileBins bins = QuantileBins.Of(baseline.HeldOutScores, ScoreBins);
        int[] before = new int[2 * bins.Count];
        for (int i = 0; i < baseline.HeldOutScores.Length; i++) before[Joint(baseline.HeldOutScores[i], Classes.IsPositive(baseline.HeldOutLabels[i]))]++;
        return Count(before, [.. rows.Select(row => Joint(row.Score, Classes.IsPositive(row.Label!.Value)))], days);

        int Joint(double score, bool label) => (2 * bins.IndexOf(score)) + (label ? 1 : 0);
    }

    // Of numbers, in how far off the answers are, and to which side.
    private DailyCounts OfErrors(CapturedRequest[] rows, int[] days)
    {
        double[] before = [.. PredictionErrors.Errors(baseline.HeldOutScores, baseline.HeldOutLabels).Order()];
        QuantileBins bins = QuantileBins.Of(before, ScoreBins);
        return Count(bins.CountsOf(before), [.. rows.Select(row => bins.IndexOf(row.Score - row.Label!.Value))], days);
    }

    private static DailyCounts Count(int[] baseline, int[] bins, int[] days)
    {
        int[][] counts = [.. Enumerable.Range(0, days[^1] + 1).Select(_ => new int[baseline.Length])];
        for (int row = 0; row < bins.Length; row++) counts[days[row]][bins[row]]++;
        return new DailyCounts(PopulationStability.SmoothedShares(baseline), counts);
    }

    private static DateTimeOffset DayOf(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);
}
