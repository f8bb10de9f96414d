using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Reads the label column.</summary>
internal static class LabelReading
{
    private const int Shown = 8;

    /// <summary>A number for each row; of classes 1 for the positive one and 0 for the other.</summary>
    public static double[] Of(string path, CsvRecord[] rows, int position, LabelColumn label, DataProblems problems)
    {
        foreach (CsvRecord row in rows.Where(row => row.Cells[position].Length == 0))
            problems.Add("label-missing", $"{path}:{row.Line}: column '{label.Column}' is empty; expected a label in each row. Fill it in, or remove the row.");
        return label.Positive is { } positive ? ClassesOf(path, rows, position, label, positive, problems) : NumbersOf(path, rows, position, label, problems);
    }

    private static double[] NumbersOf(string path, CsvRecord[] rows, int position, LabelColumn label, DataProblems problems)
    {
        double[] numbers = new double[rows.Length];
        foreach ((int at, CsvRecord row) in rows.Index())
        {
            string cell = row.Cells[position];
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[at]) && double.IsFinite(numbers[at]);
            if (cell.Length > 0 && !isNumber)
            {
                problems.Add("label-not-a-number",
                    $"{path}:{row.Line}: column '{label.Column}' is '{cell}'; expected a number such as 12.5, as the task is regression. Correct the value, or remove the row.");
            }
        }

        if (rows.Length > 0 && numbers.All(number => number == numbers[0]))
            problems.Add("label-constant", $"{path}: column '{label.Column}' is the same in all {rows.Length} rows; expected numbers that differ. There is nothing to predict.");
        return numbers;
    }

    private static double[] ClassesOf(string path, CsvRecord[] rows, int position, LabelColumn label, string positive, DataProblems problems)
    {
        string[] values = [.. rows.Select(row => row.Cells[position]).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Check(path, rows, position, label, values, problems);
        return Classes.Labels(rows.Select(row => row.Cells[position] == positive));
    }

    private static void Check(string path, CsvRecord[] rows, int position, LabelColumn label, string[] values, DataProblems problems)
    {
        if (values.Length == 1)
        {
            problems.Add("label-one-class",
                $"{path}: column '{label.Column}' is '{values[0]}' in all {rows.Length} rows; expected two classes, '{label.Positive}' and another. "
                + "A model cannot learn from one class.");
        }
        else if (values.Length > 2)
        {
            string shown = string.Join(", ", values.Take(Shown)) + (values.Length > Shown ? ", …" : "");
            string third = values.Where(value => value != label.Positive).ElementAt(1);
            int line = rows.First(row => row.Cells[position] == third).Line;
            problems.Add("label-classes",
                $"{path}:{line}: column '{label.Column}' is '{third}' here and has {values.Length} values in all ({shown}); "
                + "expected two, as the task is binary. Correct the values, or choose another label.");
        }
        else if (values.Length == 2 && !values.Contains(label.Positive, StringComparer.Ordinal))
        {
            problems.Add("label-positive",
                $"{path}: column '{label.Column}' is {values[0]} or {values[1]}, never '{label.Positive}'; "
                + "expected the positive class among them. Correct \"positive\" in scenario.json.");
        }
    }
}
