using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Reads a scenario's CSV file into a typed table.</summary>
public static class ScenarioData
{
    /// <summary>All rows in the file's order; the row ids are 0, 1, 2, …. Columns that the scenario does not name are passed over.</summary>
    /// <exception cref="StageException">
    /// The file is not there or empty, has no header or a repeated one, lacks a column, has a line of another length, a text where a number is expected,
    /// a label that is not a number or does not have exactly two values, as the task wants it, or days that are not one a row in order of time. Each message names file, line and column; up to ten problems are told at once.
    /// </exception>
    public static Table Read(Scenario scenario)
    {
        string path = scenario.DataPath;
        IReadOnlyList<CsvRecord> records = CsvRecords.Read(path);
        if (records.Count == 0)
            throw new StageException("data-empty", $"{path}: the file is empty; expected a header line and rows. Put data into it.");
        DataProblems problems = new();
        CsvHeader header = CsvHeader.Of(path, records[0], scenario, problems);
        problems.ThrowIfAny();
        CsvRecord[] rows = [.. records.Skip(1)];
        if (rows.Length == 0)
            throw new StageException("data-no-rows", $"{path}:{records[0].Line}: after the header there are no rows; expected rows with labels. Put data into the file.");
        foreach (CsvRecord row in rows.Where(row => row.Cells.Length != header.Count))
        {
            problems.Add("row-length",
                $"{path}:{row.Line}: this line has {row.Cells.Length} cells; expected {header.Count}, as in the header. Correct the line, or quote cells that hold a comma.");
        }

        problems.ThrowIfAny();
        double[] labels = LabelReading.Of(path, rows, header.PositionOf(scenario.Label.Column), scenario.Label, problems);
        DateOnly[]? days = scenario.Time is { } time ? DayReading.Of(path, rows, header.PositionOf(time.Column), time, problems) : null;
        Dictionary<string, Column> read = scenario.Features.Where(feature => !scenario.Derived.ContainsKey(feature.Name))
            .ToDictionary(feature => feature.Name, feature => ColumnReading.Of(path, rows, header.PositionOf(feature.Name), feature, problems));
        problems.ThrowIfAny();
        DerivedColumns? derived = days is null ? null : new DerivedColumns(scenario.Time!, days, labels);
        Column[] columns = [.. scenario.Features.Select(feature => read.GetValueOrDefault(feature.Name) ?? derived!.Of(feature, scenario.Derived[feature.Name]))];
        return new Table([.. Enumerable.Range(0, rows.Length)], columns, labels, days);
    }
}
