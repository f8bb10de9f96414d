using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MlopsSandbox.Web.Layout;

/// <summary>Tells the browser that the page lives: that what is pressed from now on is heard.</summary>
public sealed class Liveness : ComponentBase
{
    [Inject] private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await Js.InvokeVoidAsync("document.body.setAttribute", "data-live", "");
    }
}
