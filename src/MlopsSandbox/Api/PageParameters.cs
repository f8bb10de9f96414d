using System.Globalization;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Api;

/// <summary>Which part of a list is asked for, and in which order, as it stands in the address. All that is wrong is told at once by <see cref="Demand"/>.</summary>
internal sealed class PageParameters(string? sort, string? skip, string? take)
{
    private readonly List<string> _problems = [];

    /// <summary>What is sorted by, and whether from the greatest down: a word, with <c>-</c> before it for down.</summary>
    public (T By, bool Descending) Sort<T>(T otherwise, bool otherwiseDescending) where T : struct, Enum =>
        sort is null ? (otherwise, otherwiseDescending) : (Word<T>("sort", sort.TrimStart('-')), sort.StartsWith('-'));

    /// <summary>Rows before the page; 0 when nothing is said.</summary>
    public int Skip() => Number("skip", skip, 0);

    /// <summary>Rows of the page.</summary>
    public int Take() => Number("take", take, PageBounds.DefaultTake);

    /// <summary>One of an enum's words.</summary>
    public T Word<T>(string name, string word) where T : struct, Enum
    {
        IReadOnlyList<string> words = EnumWords.Of<T>();
        if (words.Contains(word)) return Enum.Parse<T>(word, ignoreCase: true);
        _problems.Add($"{name} is '{word}'; expected one of: {string.Join(", ", words)}.{NearestName.Hint(word, words)}");
        return default;
    }

    /// <summary>A number of seconds from 0; null when nothing is said.</summary>
    public TimeSpan? Seconds(string name, string? text)
    {
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e9) return TimeSpan.FromSeconds(seconds);
        _problems.Add($"{name} is '{text}'; expected a number of seconds from 0, such as 2.5.");
        return null;
    }

    /// <summary>A time, in UTC where it names no zone; null when nothing is said.</summary>
    public DateTimeOffset? Time(string name, string? text)
    {
        if (text is null) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)) return time;
        _problems.Add($"{name} is '{text}'; expected a time in UTC, such as 2026-01-20 or 2026-01-20T06:00:00Z.");
        return null;
    }

    /// <summary>Something else that is wrong.</summary>
    public void Add(string problem) => _problems.Add(problem);

    /// <summary>Refuses the request if something was wrong.</summary>
    /// <exception cref="FormatException">All that was.</exception>
    public void Demand(IEnumerable<string> further)
    {
        string[] problems = [.. _problems, .. further];
        if (problems.Length > 0) throw new FormatException(string.Join('\n', problems));
    }

    private int Number(string name, string? text, int otherwise)
    {
        if (text is null) return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)) return number;
        _problems.Add($"{name} is '{text}'; expected a whole number, such as {PageBounds.DefaultTake}.");
        return otherwise;
    }
}
