using System.Globalization;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>What a column of an unknown file looks like.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">Its cells, with an empty text for a missing one and numbers with a decimal point.</param>
/// <param name="Kind">How it can be read; null when models should not use it.</param>
/// <param name="LeftOutBecause">Why models should not use it; null when they may.</param>
internal sealed record ColumnSurvey(string Name, string[] Cells, FeatureKind? Kind, string? LeftOutBecause)
{
    /// <summary>Most categories that a feature may have: above it, most are too rare to learn from.</summary>
    public const int MostCategories = 64;

    // However they are written: NaN, nan and NAN mean the same.
    private static readonly HashSet<string> MissingMarks = new(StringComparer.OrdinalIgnoreCase) { "NA", "N/A", "NaN", "null", "None", "?", "-" };
    /// <summary>How dates may be written.</summary>
    internal static readonly string[] DateForms =
        ["yyyy-M-d", "yyyy/M/d", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "yyyy-M-d H:m", "yyyy-M-d H:m:s", "yyyy-M-dTH:m:s", "yyyy-M-dTH:m:sK", "yyyy-M-d H:m:sK", "M/d/yyyy H:m", "d.M.yyyy H:m"];

    /// <summary>Looks at all cells of a column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="raw">Its cells as they stand in the file.</param>
    /// <param name="decimalComma">True when the file's numbers may be written 1,5.</param>
    public static ColumnSurvey Of(string name, IReadOnlyList<string> raw, bool decimalComma)
    {
        string[] cells = Cleaned(raw, decimalComma);
        string[] present = [.. cells.Where(cell => cell.Length > 0)];
        HashSet<string> values = [.. present];
        string? reason = LeftOut(present, values, raw, decimalComma);
        bool numeric = present.All(IsNumber);
        FeatureKind kind = numeric && values.Count > 2 ? FeatureKind.Numeric : FeatureKind.Categorical;
        return new ColumnSurvey(name, cells, reason is null ? kind : null, reason);
    }

    /// <summary>True for a finite number with a decimal point.</summary>
    public static bool IsNumber(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);

    /// <summary>True for what stands in place of a missing number, such as NA.</summary>
    public static bool IsMissingMark(string cell) => MissingMarks.Contains(cell);

    /// <summary>One line of at most 30 letters, whatever the text is.</summary>
    public static string Shortened(string text)
    {
        string line = string.Concat(text.Take(30).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return text.Length <= 30 ? line : line[..29] + "…";
    }

    /// <summary>True when every text is a date, with or without a time.</summary>
    public static bool AreDates(IReadOnlyList<string> present) => present.All(IsDate);

    // Marks of a missing value count as such only in a column that is otherwise all numbers: elsewhere they may be a category.
    private static string[] Cleaned(IReadOnlyList<string> raw, bool decimalComma)
    {
        string[] unmarked = [.. raw.Select(cell => MissingMarks.Contains(cell) ? "" : cell)];
        string[] numbers = decimalComma ? [.. unmarked.Select(cell => cell.Replace(',', '.'))] : unmarked;
        bool numeric = numbers.Any(cell => cell.Length > 0) && numbers.All(cell => cell.Length == 0 || IsNumber(cell));
        return numeric ? numbers : [.. raw];
    }

    private static string? LeftOut(string[] present, HashSet<string> values, IReadOnlyList<string> raw, bool decimalComma)
    {
        if (present.Length == 0) return "it is empty";
        if (values.Count == 1) return $"it is '{Shortened(values.First())}' in every row";
        if (present.All(IsNumber)) return values.Count == present.Length && present.All(IsWhole) ? "each row has its own whole number, so it looks like an id" : null;
        if (AreDates(present)) return "it holds dates";
        if (values.Count > MostCategories && StrangerAmongNumbers(raw, decimalComma) is { } stranger) return stranger;
        if (values.Count > present.Length / 2) return string.Create(CultureInfo.InvariantCulture, $"it is free text: {values.Count} different values in {present.Length} rows");
        return values.Count > MostCategories
            ? string.Create(CultureInfo.InvariantCulture, $"it has {values.Count} categories; models take up to {MostCategories}")
            : null;
    }

    // A column that is nearly all numbers is told by what keeps it from being one, as that can be mended.
    private static string? StrangerAmongNumbers(IReadOnlyList<string> raw, bool decimalComma)
    {
        string[] present = [.. raw.Where(cell => cell.Length > 0 && !MissingMarks.Contains(cell))];
        string[] strangers = [.. present.Where(cell => !IsNumber(decimalComma ? cell.Replace(',', '.') : cell))];
        return strangers.Length * 2 < present.Length
            ? string.Create(CultureInfo.InvariantCulture, $"it holds numbers, but in {strangers.Length} of {present.Length} rows something else, such as '{Shortened(strangers[0])}'")
            : null;
    }

    private static bool IsWhole(string cell) => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsDate(string cell) => DateTime.TryParseExact(cell, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
