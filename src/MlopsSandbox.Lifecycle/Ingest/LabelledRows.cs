using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>The dataset of a retrain: captured requests whose labels have arrived.</summary>
public static class LabelledRows
{
    /// <summary>
    /// The labelled requests in order of serving, with their features as served. A request that was not made from the reserve is only learned from:
    /// its row may have been in an earlier fit.
    /// </summary>
    /// <param name="rootSeed">The seed that divided the scenario's rows.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="table">All of the scenario's rows.</param>
    /// <param name="requests">Captured requests; those without a label are passed over.</param>
    /// <param name="where">What the requests are, for messages.</param>
    /// <param name="withHistory">True to be fitted on the train rows of the history too; they come first, and choose and measure nothing. Where rows are days, the whole history comes first, and all are divided in order of time.</param>
    /// <exception cref="StageException">There are too few labels of a class (<c>too-few-rows</c>), or a value is not of its feature's kind.</exception>
    public static Dataset Of(int rootSeed, Scenario scenario, Table table, IReadOnlyList<CapturedRequest> requests, string where, bool withHistory = false)
    {
        CapturedRequest[] labelled = [.. requests.Where(request => request.Label is not null)];
        Table rows = CapturedTable.From(labelled, scenario.Features);
        Dataset dataset = scenario.Time is null ? DividedBySeed(rootSeed, scenario, table, rows, withHistory) : DividedByTime(scenario, table, rows, withHistory);
        EnoughRows.Check(scenario.Task, dataset, FormattableString.Invariant($"{where}: of {requests.Count} requests {labelled.Length} have their label; of these"));
        return dataset;
    }

    private static Dataset DividedBySeed(int rootSeed, Scenario scenario, Table table, Table rows, bool withHistory)
    {
        IReadOnlyDictionary<int, Split> splits = RetrainSplit.OfReserve(rootSeed, scenario, table);
        int[] history = withHistory ? [.. RowDivision.Of(rootSeed, scenario, table).Train] : [];
        return new Dataset(
            table.Take(history).Append(rows),
            [.. history.Select(_ => Split.Train), .. rows.RowIds.Select(row => splits.TryGetValue(row, out Split split) ? split : Split.Train)]);
    }

    // In order of time each model is measured on days after its fit, and no champion was fitted on days after its own.
    private static Dataset DividedByTime(Scenario scenario, Table table, Table rows, bool withHistory)
    {
        Table all = withHistory ? table.Take(RowDivision.HistoryOf(scenario, table)).Append(rows) : rows;
        return new Dataset(all, TimeSplit.Of(all.Count, scenario.Retrain.Train, scenario.Retrain.Validation));
    }
}
