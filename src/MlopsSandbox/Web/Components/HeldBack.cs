using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace MlopsSandbox.Web.Components;

/// <summary>Draws its content after what stands before it: a table's columns have told the table of themselves by then.</summary>
public sealed class HeldBack : ComponentBase
{
    /// <summary>What waits.</summary>
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
