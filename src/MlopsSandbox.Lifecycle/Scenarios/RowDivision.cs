using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Which of a scenario's rows are history and which are traffic; settled by the root seed before any run.</summary>
/// <param name="Train">Row ids that models are fitted on, ascending.</param>
/// <param name="Validation">Row ids that choose among models, ascending.</param>
/// <param name="Test">Row ids that measure the chosen one, ascending.</param>
/// <param name="Reserve">Row ids of the traffic reserve in the order in which they serve, each once.</param>
public sealed record RowDivision(IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test, IReadOnlyList<int> Reserve)
{
    /// <summary>Divides a scenario's whole table, as <see cref="Of(int, Division, IReadOnlyList{int}, IReadOnlyList{bool})"/> does.</summary>
    public static RowDivision Of(int rootSeed, Scenario scenario, Table table) => Of(rootSeed, scenario.Division, table.RowIds, table.Labels);

    /// <summary>Divides rows: the history holds each label in the proportion of all rows, and so do its parts; the reserve is the rest, shuffled.</summary>
    /// <param name="rootSeed">The seed that the user gave: the same for all runs of a story.</param>
    /// <param name="division">The shares.</param>
    /// <param name="rowIds">All rows of the scenario.</param>
    /// <param name="labels">Their labels, in the same order.</param>
    /// <returns>No row is in two parts, and none in no part.</returns>
    public static RowDivision Of(int rootSeed, Division division, IReadOnlyList<int> rowIds, IReadOnlyList<bool> labels)
    {
        List<int> train = [], validation = [], test = [], reserve = [];
        foreach (bool label in (bool[])[false, true])
        {
            int[] rows = [.. rowIds.Where((_, position) => labels[position] == label)];
            new SeededRandom(Seeds.Derive(rootSeed, "division", label ? 1 : 0)).Shuffle<int>(rows);
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

    private static int Rounded(double rows) => (int)Math.Round(rows, MidpointRounding.AwayFromZero);
}
