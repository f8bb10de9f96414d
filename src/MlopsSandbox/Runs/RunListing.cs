using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Runs;

/// <summary>Lists of runs that are longer than a page.</summary>
internal static class RunListing
{
    /// <summary>All runs that a query is about, in its order, whatever part of them it asks for.</summary>
    public static IReadOnlyList<RunRow> All(CatalogTransaction tx, RunQuery query) => First(tx, query, int.MaxValue);

    /// <summary>The newest runs that a query is about, the oldest of them first.</summary>
    /// <param name="tx">The catalog.</param>
    /// <param name="query">Which; its order and page do not count.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<RunRow> Newest(CatalogTransaction tx, RunQuery query, int most) =>
        [.. First(tx, query with { Sort = RunSort.Started, Descending = true }, most).Reverse()];

    /// <summary>The first runs that a query is about, in its order, whatever part of them it asks for.</summary>
    /// <param name="tx">The catalog.</param>
    /// <param name="query">Which, in which order; its page does not count.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<RunRow> First(CatalogTransaction tx, RunQuery query, int most)
    {
        List<RunRow> runs = [];
        while (runs.Count < most)
        {
            RunPage page = tx.Runs.Page(query with { Skip = runs.Count, Take = Math.Min(PageBounds.LargestTake, most - runs.Count) });
            runs.AddRange(page.Runs);
            if (page.Runs.Count == 0 || runs.Count >= page.Total) break;
        }
        return runs;
    }
}
