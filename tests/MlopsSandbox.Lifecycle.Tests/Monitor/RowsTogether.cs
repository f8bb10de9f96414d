using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Monitor.Windows;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>Requests of a made-up endpoint whose features depend on each other: spending follows income, and only in the city.</summary>
internal static class RowsTogether
{
    public static readonly Feature[] Features =
    [
        new("income", FeatureKind.Numeric), new("spending", FeatureKind.Numeric), new("place", FeatureKind.Categorical), new("age", FeatureKind.Numeric), new("noise", FeatureKind.Numeric),
    ];

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Scenario ScenarioOf(Scenario scenario, params WatchedPart[] watches) => scenario with
    {
        Features = Features,
        Monitor = new MonitorSettings(0.05, 26, 3) { Watches = watches.Length > 0 ? watches : MonitorSettings.Everything },
    };

    /// <summary>Rows; <paramref name="together"/> in [0, 1] says how far spending follows income, <paramref name="city"/> how many live there.</summary>
    public static Table Rows(int seed, int rows, double together = 0.8, double city = 0.5)
    {
        SeededRandom random = new(seed);
        double[][] numbers = [new double[rows], new double[rows], new double[rows], new double[rows]];
        string?[] places = new string?[rows];
        for (int i = 0; i < rows; i++)
        {
            places[i] = random.NextDouble() < city ? "city" : "land";
            (double income, double own) = (random.NextGaussian(), random.NextGaussian());
            numbers[0][i] = income;
            numbers[1][i] = (together * income) + (Math.Sqrt(1 - (together * together)) * own);
            (numbers[2][i], numbers[3][i]) = (20 + (60 * random.NextDouble()), random.NextGaussian());
        }

        return new Table([.. Enumerable.Range(0, rows)],
            [new NumericColumn("income", numbers[0]), new NumericColumn("spending", numbers[1]), new CategoricalColumn("place", places), new NumericColumn("age", numbers[2]), new NumericColumn("noise", numbers[3])],
            new double[rows]);
    }

    /// <summary>A model that goes by income in the city and by age on the land.</summary>
    public static double[] Score(Table rows)
    {
        double[] income = ((NumericColumn)rows["income"]).Values, age = ((NumericColumn)rows["age"]).Values, spending = ((NumericColumn)rows["spending"]).Values;
        string?[] place = ((CategoricalColumn)rows["place"]).Values;
        return [.. Enumerable.Range(0, rows.Count).Select(i => 1 / (1 + Math.Exp(-(0.1 * Or(spending[i], 0)) - (place[i] == "city" ? Or(income[i], 0) : (Or(age[i], 50) - 50) / 20))))];
    }

    public static Baseline BaselineOf(Table rows, PredictionTask task = PredictionTask.BinaryClassification)
    {
        double[] scores = Score(rows), labels = [.. scores.Select((score, i) => i % 2 == 0 ? 1.0 : 0)];
        return Baseline.From(task, rows, scores, labels) with { Rows = RowSample.Of(rows, new HashSet<int>(), seed: 1) };
    }

    public static MonitorEvidence Evidence(Scenario scenario, Baseline baseline, Table window, int seed = 1, Func<Table, double[]>? score = null)
    {
        CapturedRequest[] requests = [.. Enumerable.Range(0, window.Count).Select(i => new CapturedRequest(i, window.RowIds[i], Begin.AddHours(i / 10.0), ValuesOf(window, i), 0.5, 1, null, Begin.AddDays(9)))];
        return new MonitorEvidence
        {
            Now = Begin.AddDays(3),
            ServingSince = Begin,
            Scenario = scenario,
            Seed = seed,
            Baseline = baseline,
            Span = new WindowSpan(Begin, Begin.AddDays(3)),
            Served = requests,
            Window = ObservedRequests.Of(requests, scenario.Features),
            Labelled = ObservedRequests.Of([], scenario.Features),
            Score = score ?? Score,
        };
    }

    /// <summary>The same rows with a column in another order: each feature as it was, but no longer with its row.</summary>
    public static Table Shuffled(Table rows, string feature, int seed)
    {
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        new SeededRandom(seed).Shuffle<int>(order);
        return With(rows, rows[feature].Take(order));
    }

    public static Table With(Table rows, Column changed) => new(rows.RowIds, [.. rows.Columns.Select(column => column.Name == changed.Name ? changed : column)], rows.Labels);

    private static Dictionary<string, JsonElement> ValuesOf(Table rows, int i) => rows.Columns.ToDictionary(column => column.Name, column => column switch
    {
        NumericColumn numeric => JsonSerializer.SerializeToElement(double.IsFinite(numeric.Values[i]) ? numeric.Values[i] : (double?)null),
        CategoricalColumn categorical => JsonSerializer.SerializeToElement(categorical.Values[i]),
        _ => throw new ArgumentException(column.Name),
    });

    private static double Or(double value, double otherwise) => double.IsNaN(value) ? otherwise : value;
}
