using System.Globalization;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>The label of an unknown file: its two values.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Index">Which column it is, from 0.</param>
/// <param name="Positive">The value that counts as positive.</param>
/// <param name="Positives">Rows that have it.</param>
/// <param name="Rows">All rows.</param>
internal sealed record LabelSurvey(string Column, int Index, string Positive, int Positives, int Rows)
{
    /// <summary>Rows of each class that a history needs to be split three ways and still measure something.</summary>
    public const int FewestOfAClass = 60;

    private static readonly string[] Affirmations = ["yes", "true", "1", "y", "t", "positive", "pos"];

    /// <summary>Looks at the label.</summary>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="text">The file.</param>
    /// <param name="column">Its column.</param>
    /// <param name="positive">The value that counts as positive; null to guess: a word for yes, else the rarer.</param>
    /// <exception cref="ScenarioException">There is no such column, or it is no label of two classes with rows enough.</exception>
    public static LabelSurvey Of(string file, DelimitedText text, string column, string? positive)
    {
        int index = Array.IndexOf(text.Header, column);
        if (index < 0)
            throw new ScenarioException($"{file}:1: there is no column '{column}'; expected one of: {string.Join(", ", text.Header)}. Name the label's column.{NearestName.Hint(column, text.Header)}");
        string[] cells = [.. text.Records.Select(record => record[index])];
        RefuseMissing(file, column, cells);
        (string Value, int Rows)[] classes = [.. cells.CountBy(cell => cell).Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Value).ThenByDescending(pair => pair.Key, StringComparer.Ordinal)];
        RefuseUnlessTwo(file, column, classes);
        string chosen = Chosen(file, column, classes, positive);
        (string Value, int Rows) rarer = classes[0];
        if (rarer.Rows < FewestOfAClass)
        {
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture,
                $"{file}: {cells.Length} rows, {rarer.Rows} of them with {column} '{rarer.Value}'; expected at least {FewestOfAClass} rows of each class, so that a fit, a choice and a test each see some. Name a file with more rows."));
        }
        return new LabelSurvey(column, index, chosen, classes.First(one => one.Value == chosen).Rows, cells.Length);
    }

    private static void RefuseMissing(string file, string column, string[] cells)
    {
        int missing = cells.Count(cell => cell.Length == 0);
        if (missing > 0)
            throw new ScenarioException(string.Create(CultureInfo.InvariantCulture, $"{file}: column '{column}' is empty in {missing} of {cells.Length} rows; expected a label in every row. Remove the rows without one."));
    }

    private static void RefuseUnlessTwo(string file, string column, (string Value, int Rows)[] classes)
    {
        string shown = string.Join(", ", classes.Reverse().Take(8).Select(one => $"'{one.Value}'")) + (classes.Length > 8 ? ", …" : "");
        if (classes.Length < 2)
            throw new ScenarioException($"{file}: column '{column}' is {shown} in every row; expected two classes. Name a column that tells rows apart.");
        if (classes.Length == 2) return;
        string found = classes.Length.ToString(CultureInfo.InvariantCulture);
        bool regression = classes.Length > 10 && classes.All(one => ColumnSurvey.IsNumber(one.Value));
        string task = regression ? "it looks like a number to predict, and regression is not supported yet" : "the task is binary classification";
        throw new ScenarioException($"{file}: column '{column}' has {found} values ({shown}); expected two classes: {task}. Name another label, or make this one a question with two answers.");
    }

    private static string Chosen(string file, string column, (string Value, int Rows)[] classes, string? positive)
    {
        if (positive is null)
            return classes.Select(one => one.Value).FirstOrDefault(value => Affirmations.Contains(value.ToLowerInvariant())) ?? classes[0].Value;
        if (classes.Any(one => one.Value == positive)) return positive;
        throw new ScenarioException($"{file}: column '{column}' is never '{positive}'; expected '{classes[0].Value}' or '{classes[1].Value}'. Name one of the two as the positive value.");
    }
}
