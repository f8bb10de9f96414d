using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Reads the label column of a binary task.</summary>
internal static class LabelReading
{
    private const int Shown = 8;

    public static bool[] Of(string path, CsvRecord[] rows, int position, LabelColumn label, DataProblems problems)
    {
        foreach (CsvRecord row in rows.Where(row => row.Cells[position].Length == 0))
            problems.Add("label-missing", $"{path}:{row.Line}: column '{label.Column}' is empty; expected a label in each row. Fill it in, or remove the row.");
        string[] values = [.. rows.Select(row => row.Cells[position]).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Check(path, rows, position, label, values, problems);
        return [.. rows.Select(row => row.Cells[position] == label.Positive)];
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
