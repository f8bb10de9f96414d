using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Simulation.Backtests;

/// <summary>Fits models as of a day; a fit that policies share is made once.</summary>
internal sealed class Refits(DatedRows rows, CancellationToken cancellation)
{
    private readonly Dictionary<(string Trainer, int? LearnDays, int Seed, int Known), Refit> _made = [];

    /// <summary>The model of the labels that are known at the begin of a day.</summary>
    public Refit AsOf(BacktestSettings settings, DateOnly day)
    {
        int known = rows.KnownBy(day);
        var key = (settings.Trainer, settings.LearnDays, settings.Seed, known);
        return _made.TryGetValue(key, out Refit? made) ? made : _made[key] = Fit(settings, known);
    }

    /// <summary>True when a challenger beats the champion on the newest of the challenger's rows, which neither was fitted on, and meets the scenario's criteria.</summary>
    public bool Wins(BacktestSettings settings, DateOnly day, Refit challenger, Refit champion) =>
        Rehearsal.Judge(settings.Scenario, challenger.Model, champion.Model, DatasetOf(settings, rows.KnownBy(day))).Accepted;

    private Refit Fit(BacktestSettings settings, int known)
    {
        Dataset dataset = DatasetOf(settings, known);
        ModelPackage model = Rehearsal.Fit(settings.Scenario, settings.Trainer, Seeds.Derive(settings.Seed, "backtest", known), dataset, cancellation);
        double[] scores = model.Score(rows.Table);
        Table heldOut = dataset.Part(Split.Validation, Split.Test);
        return new Refit(model, Baseline.From(settings.Scenario.Task, dataset.Rows, model.Score(heldOut), heldOut.Labels), scores);
    }

    private Dataset DatasetOf(BacktestSettings settings, int known)
    {
        int first = settings.LearnDays is { } days && known > 0 ? rows.PositionOf(rows.DayOf(known - 1).AddDays(1 - days)) : 0;
        RetrainSettings retrain = settings.Scenario.Retrain;
        return new Dataset(rows.Table.Take([.. Enumerable.Range(first, known - first)]), TimeSplit.Of(known - first, retrain.Train, retrain.Validation));
    }
}
