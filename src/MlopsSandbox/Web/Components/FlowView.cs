using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Web.Components;

/// <summary>A flowchart as data: what is drawn where, see <see cref="FlowGraph"/>.</summary>
/// <param name="Width">Width of all, in pixels.</param>
/// <param name="Height">Height of all, in pixels.</param>
/// <param name="Nodes">Its boxes, a container before what stands inside it.</param>
/// <param name="Edges">Its arrows.</param>
public sealed record FlowView(double Width, double Height, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges)
{
    /// <summary>A definition as its designer placed it, else laid out automatically; nothing stands anyhow yet.</summary>
    internal static FlowView Of(WorkflowDefinition definition)
    {
        DrawnWorkflow drawn = DrawnWorkflow.Of(definition);
        return new FlowView(drawn.Width, drawn.Height, [.. drawn.Activities.Select(NodeOf)], [.. drawn.Arrows.Select(EdgeOf)]);
    }

    private static FlowNode NodeOf(DrawnActivity drawn) => new(drawn.Activity.Id, drawn.Title, drawn.Subtitle, drawn.X, drawn.Y, drawn.Width, drawn.Height)
    {
        IsContainer = drawn.IsContainer,
        IsIdle = drawn.IsUnreachable,
        IsTrigger = drawn.Activity.IsTrigger,
    };

    private static FlowEdge EdgeOf(DrawnArrow arrow) => new(arrow.From, arrow.To, arrow.Port, arrow.Path, arrow.Way[0].X, arrow.Way[0].Y) { Label = arrow.Label };
}
