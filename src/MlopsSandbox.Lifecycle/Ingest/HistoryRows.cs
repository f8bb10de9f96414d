using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>The dataset of a first model: the scenario's history.</summary>
public static class HistoryRows
{
    /// <summary>The history rows in the file's order, with the split that the root seed gives each.</summary>
    /// <exception cref="Jobs.StageException">There are too few rows of a class (<c>too-few-rows</c>).</exception>
    public static Dataset Of(int rootSeed, Scenario scenario, Table table)
    {
        RowDivision division = RowDivision.Of(rootSeed, scenario, table);
        (int Position, Split Split)[] rows =
        [
            .. division.Train.Select(row => (row, Split.Train))
                .Concat(division.Validation.Select(row => (row, Split.Validation)))
                .Concat(division.Test.Select(row => (row, Split.Test)))
                .OrderBy(row => row.row),
        ];
        Dataset dataset = new(table.Take([.. rows.Select(row => row.Position)]), [.. rows.Select(row => row.Split)]);
        string held = FormattableString.Invariant($"{scenario.DataPath}: of its {table.Count} rows");
        EnoughRows.Check(scenario.Task, dataset, scenario.Label.Positive is { } positive
            ? FormattableString.Invariant($"{held} ({table.Labels.Count(Classes.IsPositive)} of class '{positive}')")
            : FormattableString.Invariant($"{held} {dataset.Rows.Count} are history; of these"));
        return dataset;
    }
}
