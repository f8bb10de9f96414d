using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Web.Workflows;

/// <summary>The list of workflows.</summary>
internal static class WorkflowListing
{
    /// <summary>Those that have a text in their name, title, description or file, in an order.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="shelf">The files.</param>
    /// <param name="text">The text; case does not matter.</param>
    /// <param name="order">What they are sorted by, a minus before it for the greatest first; null for their names.</param>
    public static IReadOnlyList<WorkflowLine> Read(CatalogTransaction catalog, WorkflowShelf shelf, string? text, string? order)
    {
        IEnumerable<WorkflowLine> lines = shelf.Files().Select(file => Line(catalog, WorkflowShape.Of(file.File, file.Problems), file.File.Reading.Definition?.Activities.Count - 1)).Where(line => Has(line.Shape, text));
        return Sorted(lines, order?.TrimStart('-'), order?.StartsWith('-') == true);
    }

    /// <summary>True when it has the text.</summary>
    public static bool Has(WorkflowShape shape, string? text) => string.IsNullOrWhiteSpace(text)
        || new[] { shape.Name, shape.Title, shape.Description, Path.GetFileName(shape.File) }.Any(part => part.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));

    private static WorkflowLine Line(CatalogTransaction catalog, WorkflowShape shape, int? activities)
    {
        RunPage page = catalog.Runs.Page(new RunQuery { Workflow = shape.Name, Take = 1 });
        return new WorkflowLine(shape, activities, page.Runs.Count > 0 ? page.Runs[0] : null, page.Total);
    }

    private static WorkflowLine[] Sorted(IEnumerable<WorkflowLine> lines, string? by, bool descending)
    {
        WorkflowLine[] sorted = by switch
        {
            "activities" => [.. lines.OrderBy(line => line.Activities)],
            "last" => [.. lines.OrderBy(line => line.LastRun?.StartedAt)],
            "runs" => [.. lines.OrderBy(line => line.Runs)],
            "version" => [.. lines.OrderBy(line => line.Shape.Version)],
            _ => [.. lines.OrderBy(line => line.Shape.Name, StringComparer.Ordinal)],
        };
        if (descending) Array.Reverse(sorted);
        return sorted;
    }
}
