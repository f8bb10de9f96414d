using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Which of a scenario's rows are history and which are traffic; settled before any run, by the root seed or by the rows' days.</summary>
/// <param name="Train">Row ids that models are fitted on, ascending.</param>
/// <param name="Validation">Row ids that choose among models, ascending.</param>
/// <param name="Test">Row ids that measure the chosen one, ascending.</param>
/// <param name="Reserve">Row ids of the traffic reserve in the order in which they serve, each once.</param>
public sealed record RowDivision(IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test, IReadOnlyList<int> Reserve)
{
    /// <summary>Divides a scenario's whole table, as <see cref="Of(int, Division, IReadOnlyList{int}, IReadOnlyList{double}, PredictionTask)"/> does; in order of time where its rows have days.</summary>
    public static RowDivision Of(int rootSeed, Scenario scenario, Table table) =>
        table.Days is null ? Of(rootSeed, scenario.Division, table.RowIds, table.Labels, scenario.Task) : ByTime(scenario, table);

    /// <summary>Positions of the history's rows in a table whose rows have days.</summary>
    public static IReadOnlyList<int> HistoryOf(Scenario scenario, Table table)
    {
        int rows = scenario.Division.HistoryUntil is { } until ? table.Days!.Count(day => day < until) : Rounded(table.Count * scenario.Division.HistoryShare);
        return [.. Enumerable.Range(0, rows)];
    }

    /// <summary>Divides rows: the history holds each label in the proportion of all rows, and so do its parts; the reserve is the rest, shuffled.</summary>
    /// <param name="rootSeed">The seed that the user gave: the same for all runs of a story.</param>
    /// <param name="division">The shares.</param>
    /// <param name="rowIds">All rows of the scenario.</param>
    /// <param name="labels">Their labels, in the same order.</param>
    /// <param name="task">Numbers are divided without regard to their size.</param>
    /// <returns>No row is in two parts, and none in no part.</returns>
    public static RowDivision Of(int rootSeed, Division division, IReadOnlyList<int> rowIds, IReadOnlyList<double> labels, PredictionTask task = PredictionTask.BinaryClassification)
    {
        List<int> train = [], validation = [], test = [], reserve = [];
        foreach (LabelStratum stratum in LabelStratum.Of(task))
        {
            int[] rows = [.. rowIds.Where((_, position) => stratum.Holds(labels[position]))];
            new SeededRandom(Seeds.Derive(rootSeed, "division", stratum.Ordinal)).Shuffle<int>(rows);
            int history = Rounded(rows.Length * division.HistoryShare);
            int trainEnd = Rounded(history * division.Train);
            int validationEnd = Rounded(history * (division.Train + division.Validation));
            train.AddRange(rows[..trainEnd]);
            validation.AddRange(rows[trainEnd..validationEnd]);
            test.AddRange(rows[validationEnd..history]);
            reserve.AddRange(rows[history..]);
        }
        int[] traffic = [.. reserve.Order()];
        new SeededRandom(Seeds.Derive(rootSeed, "reserve")).Shuffle<int>(traffic);
        return new RowDivision([.. train.Order()], [.. validation.Order()], [.. test.Order()], traffic);
    }

    private static RowDivision ByTime(Scenario scenario, Table table)
    {
        int[] history = [.. HistoryOf(scenario, table).Select(position => table.RowIds[position])];
        Split[] splits = TimeSplit.Of(history.Length, scenario.Division.Train, scenario.Division.Validation);
        return new RowDivision(Part(Split.Train), Part(Split.Validation), Part(Split.Test), table.RowIds[history.Length..]);

        int[] Part(Split split) => [.. history.Where((_, position) => splits[position] == split)];
    }

    private static int Rounded(double rows) => (int)Math.Round(rows, MidpointRounding.AwayFromZero);
}
