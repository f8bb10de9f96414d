using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Runs;

/// <summary>The runs that a list shows, and what it can be filtered by.</summary>
/// <param name="Runs">Those that the filter takes, in order.</param>
/// <param name="Workflows">Workflows that have run.</param>
/// <param name="Scenarios">Scenarios that runs were for.</param>
/// <param name="Tags">Tags that runs have.</param>
/// <param name="All">Runs there are.</param>
internal sealed record RunListing(IReadOnlyList<RunRow> Runs, IReadOnlyList<string> Workflows, IReadOnlyList<string> Scenarios, IReadOnlyList<string> Tags, int All)
{
    /// <summary>The order without another: the newest first.</summary>
    public const string Newest = "-started";

    /// <summary>Reads it.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="filter">Which runs.</param>
    /// <param name="order">Name of a column, with a minus before it for the largest first.</param>
    public static RunListing Read(CatalogTransaction catalog, RunFilter filter, string order) => Of(catalog.Runs.All(), filter, order);

    /// <summary>The listing of these runs.</summary>
    public static RunListing Of(IReadOnlyList<RunRow> all, RunFilter filter, string order) => new(
        Ordered(all.Where(filter.Takes), order),
        Distinct(all.Select(run => run.Workflow)),
        Distinct(all.Select(run => run.Scenario)),
        Distinct(all.SelectMany(run => run.Tags)),
        all.Count);

    private static RunRow[] Ordered(IEnumerable<RunRow> runs, string order)
    {
        Func<RunRow, IComparable?> key = order.TrimStart('-') switch
        {
            "run" => run => run.Id,
            "workflow" => run => run.Workflow,
            "scenario" => run => run.Scenario,
            "status" => run => run.Status,
            "duration" => run => run.DurationSeconds,
            _ => run => run.StartedAt,
        };
        IComparer<IComparable?> comparer = Comparer<IComparable?>.Create((one, other) => one is string text ? string.CompareOrdinal(text, (string?)other) : Comparer<IComparable?>.Default.Compare(one, other));
        return order.StartsWith('-') ? [.. runs.Reverse().OrderByDescending(key, comparer)] : [.. runs.OrderBy(key, comparer)];
    }

    private static string[] Distinct(IEnumerable<string?> texts) => [.. texts.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
