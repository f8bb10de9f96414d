using System.Globalization;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>How much of a list a page may show.</summary>
public static class PageBounds
{
    /// <summary>Rows of a page when nothing else is said.</summary>
    public const int DefaultTake = 50;
    /// <summary>The most rows of a page.</summary>
    public const int LargestTake = 1_000;

    /// <summary>What is wrong with a page's place, one sentence each; empty when it can be shown.</summary>
    /// <param name="skip">Rows before the page; from 0, also beyond the end.</param>
    /// <param name="take">Rows of the page at most; 1 to <see cref="LargestTake"/>.</param>
    public static IEnumerable<string> Problems(int skip, int take)
    {
        if (skip < 0) yield return string.Create(CultureInfo.InvariantCulture, $"skip is {skip}; expected a whole number from 0, such as 50.");
        if (take is < 1 or > LargestTake) yield return string.Create(CultureInfo.InvariantCulture, $"take is {take}; expected 1 to {LargestTake} rows, such as {DefaultTake}.");
    }

    internal static void Require(IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        if (all.Length > 0) throw new ArgumentException(string.Join('\n', all));
    }

    internal static string Direction(bool descending) => descending ? "DESC NULLS LAST" : "ASC NULLS FIRST";
}
