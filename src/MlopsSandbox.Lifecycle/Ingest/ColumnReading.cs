using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Reads the cells of a feature as what the scenario says they are; empty cells are missing.</summary>
internal static class ColumnReading
{
    public static Column Of(string path, CsvRecord[] rows, int position, Feature feature, DataProblems problems) => feature.Kind == FeatureKind.Numeric
        ? new NumericColumn(feature.Name, [.. rows.Select(row => Number(path, row, position, feature, problems))])
        : new CategoricalColumn(feature.Name, [.. rows.Select(row => row.Cells[position] is { Length: > 0 } text ? text : null)]);

    private static double Number(string path, CsvRecord row, int position, Feature feature, DataProblems problems)
    {
        string cell = row.Cells[position];
        if (cell.Length == 0) return double.NaN;
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) return number;
        problems.Add("value-not-a-number",
            $"{path}:{row.Line}: column '{feature.Name}' is '{cell}'; expected a number such as 12.5, or nothing when it is missing. "
            + "Correct the value, or make the feature categorical in scenario.json.");
        return double.NaN;
    }
}
