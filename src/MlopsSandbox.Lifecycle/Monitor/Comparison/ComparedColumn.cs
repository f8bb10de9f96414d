using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison;

/// <summary>A column that stands in both files, and how it can be compared.</summary>
internal sealed class ComparedColumn
{
    public ComparedColumn(string name, string[] baseline, bool baselineComma, string[] current, bool currentComma)
    {
        Name = name;
        ColumnSurvey survey = ColumnSurvey.Of(name, baseline, baselineComma);
        IsNumber = survey.Cells.Any(cell => cell.Length > 0) && survey.Cells.All(cell => cell.Length == 0 || ColumnSurvey.IsNumber(cell))
            && survey.Cells.Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).Skip(2).Any();
        Baseline = IsNumber ? survey.Cells : Alike(survey.Cells);
        Current = IsNumber ? [.. current.Select(cell => AsNumber(cell, currentComma))] : Alike(ColumnSurvey.Of(name, current, currentComma).Cells);
        Refusal = Reason();
    }

    public string Name { get; }

    /// <summary>True for numbers; else it is a category.</summary>
    public bool IsNumber { get; }

    public string[] Baseline { get; }

    public string[] Current { get; }

    /// <summary>Why it is not judged; null when it is.</summary>
    public string? Refusal { get; }

    /// <summary>Cells of the current file that are no numbers, where numbers are expected.</summary>
    public string[] Strangers => IsNumber ? [.. Current.Where(cell => cell.Length > 0 && !ColumnSurvey.IsNumber(cell))] : [];

    public double[] BaselineNumbers => Numbers(Baseline);

    /// <summary>The current numbers; NaN for a missing cell, and for one that is no number.</summary>
    public double[] CurrentNumbers => Numbers(Current);

    private string? Reason()
    {
        string[] present = [.. Baseline.Where(cell => cell.Length > 0)];
        if (present.Length == 0) return Current.All(cell => cell.Length == 0) ? "it is empty in both files" : "it is empty in the baseline, so that there is nothing to hold the current file against";
        if (IsNumber) return LooksLikeId(Numbers(Baseline)) ? "each row has its own whole number, so it looks like an id" : null;
        if (ColumnSurvey.AreDates(present)) return "it holds dates, which go on in every file";
        int values = present.Distinct(StringComparer.Ordinal).Count();
        return values > ColumnSurvey.MostCategories && values > present.Length / 2
            ? string.Create(CultureInfo.InvariantCulture, $"it is free text: {values} different values in {present.Length} rows")
            : null;
    }

    // Whole numbers that only rise, or leave hardly a gap, each once. Incomes may all differ too, but jump about.
    private static bool LooksLikeId(double[] values)
    {
        if (values.Length < 2 || values.Any(value => double.IsNaN(value) || value != Math.Floor(value)) || values.Distinct().Count() < values.Length) return false;
        bool rises = values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
        return rises || values.Max() - values.Min() < 2.0 * values.Length;
    }

    // Of a flag: 1, 1.0 and 1e0 mean the same, and so do True and true.
    private static string[] Alike(string[] cells)
    {
        if (cells.All(cell => cell.Length == 0 || ColumnSurvey.IsNumber(cell)))
            return [.. cells.Select(cell => cell.Length == 0 ? cell : double.Parse(cell, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture))];
        return cells.All(cell => cell.Length == 0 || bool.TryParse(cell, out _)) ? [.. cells.Select(cell => cell.Length == 0 ? cell : bool.Parse(cell).ToString())] : cells;
    }

    private static string AsNumber(string cell, bool decimalComma)
    {
        if (ColumnSurvey.IsMissingMark(cell)) return "";
        string number = decimalComma ? cell.Replace(',', '.') : cell;
        return ColumnSurvey.IsNumber(number) ? number : cell;
    }

    private static double[] Numbers(string[] cells) => [.. cells.Select(cell => ColumnSurvey.IsNumber(cell) ? double.Parse(cell, CultureInfo.InvariantCulture) : double.NaN)];
}
