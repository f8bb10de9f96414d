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
    /// <exception cref="StageException">There are too few labels of a class (<c>too-few-rows</c>), or a value is not of its feature's kind.</exception>
    public static Dataset Of(int rootSeed, Scenario scenario, Table table, IReadOnlyList<CapturedRequest> requests, string where)
    {
        CapturedRequest[] labelled = [.. requests.Where(request => request.Label is not null)];
        Table rows = CapturedTable.From(labelled, scenario.Features);
        Dataset dataset = scenario.Time is null ? DividedBySeed(rootSeed, scenario, table, rows) : DividedByTime(scenario, table, rows);
        EnoughRows.Check(scenario.Task, dataset, FormattableString.Invariant($"{where}: of {requests.Count} requests {labelled.Length} have their label; of these"));
        return dataset;
    }

    private static Dataset DividedBySeed(int rootSeed, Scenario scenario, Table table, Table rows)
    {
        IReadOnlyDictionary<int, Split> splits = RetrainSplit.OfReserve(rootSeed, scenario, table);
        return new Dataset(rows, [.. rows.RowIds.Select(row => splits.TryGetValue(row, out Split split) ? split : Split.Train)]);
    }

    // In order of time each model is measured on days after its fit, and no champion was fitted on days after its own.
    private static Dataset DividedByTime(Scenario scenario, Table table, Table rows)
    {
        Table all = scenario.Retrain.LearnsFromAll ? table.Take(RowDivision.HistoryOf(scenario, table)).Append(rows) : rows;
        return new Dataset(all, TimeSplit.Of(all.Count, scenario.Retrain.Train, scenario.Retrain.Validation));
    }
}
