using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MlopsSandbox.Web.Components;

/// <summary>Something that a script of a component draws or opens in the browser: the script is loaded and asked once, however often the component is rendered meanwhile, and what it made is closed with the component.</summary>
/// <remarks>The script exports <c>open</c>, which gives an object with <c>close</c> and whatever else is to be called. Used in the component's circuit alone, so that one thing happens at a time.</remarks>
/// <param name="js">The browser.</param>
/// <param name="script">The address of the script.</param>
internal sealed class BrowserDrawing(IJSRuntime js, string script) : IAsyncDisposable
{
    private IJSObjectReference? _module, _opened;
    private Task? _opening;
    private bool _isGone;

    /// <summary>Loads the script and has it open; a second call waits for the first.</summary>
    /// <param name="room">The element that it is opened in.</param>
    /// <param name="others">What else the script is given.</param>
    public Task OpenAsync(ElementReference room, params object?[] others) => _opening ??= TryAsync(async () =>
    {
        _module = await js.InvokeAsync<IJSObjectReference>("import", script);
        // The page may have been left while the script was on its way, and its elements with it.
        if (!_isGone) _opened = await _module.InvokeAsync<IJSObjectReference>("open", [room, .. others]);
    });

    /// <summary>Calls a function of what was opened, once it is; nothing when it is gone, or was never asked for.</summary>
    public async Task CallAsync(string function, params object?[] given)
    {
        if (_opening is null) return;
        await _opening;
        if (_opened is { } opened && !_isGone) await TryAsync(() => opened.InvokeVoidAsync(function, given).AsTask());
    }

    /// <summary>Closes it, also when it is opened only now.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isGone) return;
        _isGone = true;
        if (_opening is not null) await _opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await TryAsync(async () =>
        {
            if (_opened is not null) await _opened.InvokeVoidAsync("close");
            if (_opened is not null) await _opened.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        });
    }

    // Whoever has left hears no complaint: neither of a tab that is gone, with all that was in it, nor of what its elements could not do any more.
    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (JSDisconnectedException)
        {
            _isGone = true;
        }
        catch (Exception late) when (_isGone && late is JSException or OperationCanceledException)
        {
        }
    }
}
