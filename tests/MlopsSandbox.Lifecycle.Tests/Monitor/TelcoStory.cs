using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>
/// Days of traffic on real customers and their daily checks, with a rule of thumb in the model's place: each customer serves once,
/// none of them is in the history.
/// </summary>
internal sealed class TelcoStory
{
    public const int DailyRequests = 120, WindowDays = 3, LabelDelayDays = 3;

    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    /// <param name="customers">All rows.</param>
    /// <param name="seed">Divides them.</param>
    /// <param name="drift">Changes the traffic, in order of serving.</param>
    public TelcoStory(Table customers, int seed, Func<Table, Table>? drift = null)
    {
        RowDivision division = RowDivision.Of(seed, new Division(0.35, 0.8, 0.1, 0.1), customers.RowIds, customers.Labels);
        Table heldOut = customers.Take([.. division.Validation, .. division.Test]);
        Table history = customers.Take([.. division.Train, .. division.Validation, .. division.Test]);
        Baseline = Baseline.From(MlopsSandbox.Lifecycle.Scenarios.PredictionTask.BinaryClassification, history, RuleOfThumb(heldOut), heldOut.Labels);
        Table traffic = customers.Take(division.Reserve);
        Served = drift is null ? traffic : drift(traffic);
        Scores = RuleOfThumb(Served);
    }

    public Baseline Baseline { get; }

    /// <summary>The traffic as served, in order.</summary>
    public Table Served { get; }

    public double[] Scores { get; }

    /// <summary>The check at the end of a day, from 0.</summary>
    public DriftReport CheckAfter(int day, DriftCheckSettings settings)
    {
        int[] window = Positions(Math.Max(0, day + 1 - WindowDays), day + 1);
        int[] labelled = Positions(Math.Max(0, day + 1 - LabelDelayDays - WindowDays), Math.Max(0, day + 1 - LabelDelayDays));
        return DriftCheck.Run(
            settings,
            Baseline,
            new MonitorWindow(Begin.AddDays(Math.Max(0, day + 1 - WindowDays)), Begin.AddDays(day + 1), Served.Take(window), [.. window.Select(i => Scores[i])]),
            new LabelledWindow([.. labelled.Select(i => Scores[i])], [.. labelled.Select(i => Served.Labels[i])]));
    }

    /// <summary>Positions of the requests of the days from <paramref name="first"/> up to <paramref name="end"/>, exclusive.</summary>
    public static int[] Positions(int first, int end) => [.. Enumerable.Range(first * DailyRequests, (end - first) * DailyRequests)];

    private static double[] RuleOfThumb(Table rows)
    {
        double[] tenure = ((NumericColumn)rows["tenure"]).Values, charges = ((NumericColumn)rows["monthly_charges"]).Values;
        string?[] contract = ((CategoricalColumn)rows["contract"]).Values, internet = ((CategoricalColumn)rows["internet_service"]).Values;
        return [.. Enumerable.Range(0, rows.Count).Select(i =>
            1 / (1 + Math.Exp(1.5 + (0.03 * tenure[i]) - (contract[i] == "Month-to-month" ? 1.3 : 0) - (internet[i] == "Fiber optic" ? 0.9 : 0) - (0.005 * charges[i]))))];
    }
}
