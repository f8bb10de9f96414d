using System.Globalization;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>Column names that can be told apart.</summary>
public static class HeaderNames
{
    /// <summary>The names with empty ones filled (<c>column3</c>) and repeated ones numbered (<c>age_2</c>).</summary>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="header">The cells of its first line.</param>
    /// <exception cref="ScenarioException">The first line holds numbers, so it is no header.</exception>
    public static string[] Of(string file, IReadOnlyList<string> header)
    {
        if (header.FirstOrDefault(ColumnSurvey.IsNumber) is { } number)
            throw new ScenarioException($"{file}:1: the first line holds the number {number}; expected a header line with the columns' names. Add one.");
        string[] names = new string[header.Count];
        for (int i = 0; i < names.Length; i++)
        {
            string wanted = header[i].Length > 0 ? header[i] : string.Create(CultureInfo.InvariantCulture, $"column{i + 1}");
            names[i] = wanted;
            for (int copy = 2; Array.IndexOf(names, names[i], 0, i) >= 0; copy++) names[i] = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{copy}");
        }
        return names;
    }
}
