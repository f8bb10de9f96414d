using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Ingest;

/// <summary>Where the columns of a scenario stand in its file.</summary>
internal sealed class CsvHeader
{
    private readonly string[] _names;

    private CsvHeader(string[] names) => _names = names;

    /// <summary>Columns of the file.</summary>
    public int Count => _names.Length;

    /// <summary>0-based position of a column that was asked for by the scenario.</summary>
    public int PositionOf(string name) => Array.IndexOf(_names, name);

    public static CsvHeader Of(string path, CsvRecord first, Scenario scenario, DataProblems problems)
    {
        CsvHeader header = new(first.Cells);
        IEnumerable<string> features = scenario.Features.Select(feature => feature.Name).Where(name => !scenario.Derived.ContainsKey(name));
        string[] wanted = scenario.Time is { } time ? [scenario.Label.Column, time.Column, .. features] : [scenario.Label.Column, .. features];
        string[] missing = [.. wanted.Where(name => header.PositionOf(name) < 0)];
        if (missing.Length == wanted.Length)
        {
            problems.Add("header-missing",
                $"{path}:{first.Line}: the first line ({Shown(first.Cells)}) names none of the scenario's columns; "
                + $"expected a header line such as {Shown(wanted)}. Add it as the first line.");
            return header;
        }

        foreach (string name in missing)
        {
            (string code, string what) = name == scenario.Label.Column ? ("label-column-missing", "label")
                : name == scenario.Time?.Column ? ("time-column-missing", "time") : ("feature-column-missing", "feature");
            problems.Add(code,
                $"{path}:{first.Line}: there is no {what} column '{name}'; the header has {Shown(first.Cells)}."
                + $"{NearestName.Hint(name, first.Cells)} Add the column, or correct scenario.json.");
        }

        foreach (string name in first.Cells.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
            problems.Add("header-repeated",
                $"{path}:{first.Line}: the header names column '{name}' twice; expected each name once. Rename or remove one of them.");
        return header;
    }

    private static string Shown(string[] names)
    {
        const int Most = 6;
        return string.Join(", ", names.Take(Most)) + (names.Length > Most ? ", …" : "");
    }
}
