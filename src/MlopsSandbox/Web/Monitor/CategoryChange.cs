using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Web.Monitor;

/// <summary>Says how a column of values changed, by the value whose share changed most, and by values never seen before. Pure.</summary>
internal static class CategoryChange
{
    /// <summary>Such as <c>'Two year' went from 25 % to 62 % of the rows</c>; null when either side has no rows.</summary>
    public static string? Words(CategoricalSummary before, CategoricalSummary now)
    {
        if (before.Rows == 0 || now.Rows == 0) return null;
        string[] values = [.. before.Counts.Keys.Union(now.Counts.Keys).Order(StringComparer.Ordinal)];
        if (values.Length == 0) return null;
        string largest = values.MaxBy(value => Math.Abs(Share(now, value) - Share(before, value)))!;
        string changed = $"changed: '{largest}' went from {Percent.Of(Share(before, largest))} to {Percent.Of(Share(now, largest))} of the rows";
        string[] unseen = [.. now.Counts.Keys.Where(value => !before.Counts.ContainsKey(value)).OrderByDescending(value => now.Counts[value])];
        return before.Unlisted > 0 || unseen.Length == 0
            ? changed
            : $"{changed}; {(unseen.Length == 1 ? "1 value was" : FormattableString.Invariant($"{unseen.Length} values were"))} never seen before, such as '{unseen[0]}', in {Percent.Of(unseen.Sum(value => Share(now, value)))}";
    }

    private static double Share(CategoricalSummary column, string value) => (double)column.Counts.GetValueOrDefault(value) / column.Rows;
}
