using MlopsSandbox.Hosting;
using MlopsSandbox.Shapes;
using MlopsSandbox.Web.Layout;

namespace MlopsSandbox.Web.Workflows;

/// <summary>Finds workflows by a part of their name, title, description or file.</summary>
internal static class WorkflowSearch
{
    /// <summary>Those that have it, by name.</summary>
    public static IEnumerable<SearchHit> Hits(Sandbox sandbox, string text, int most) =>
        WorkflowShape.All(sandbox.Shelf).Where(shape => WorkflowListing.Has(shape, text)).Take(most).Select(shape => new SearchHit(shape.Name, "workflow", WorkflowAddress.Of(shape.Name)));
}
