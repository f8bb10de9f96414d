using Microsoft.AspNetCore.Components;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Live;

/// <summary>A page, or a part of one, that shows what the catalog says, what was traced, or workflows as they are now, and follows it: it reads one consistent state when its parameters are set and after each change.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly List<IDisposable> _followed = [];
    private bool _isDisposed;

    [Inject] private CatalogWatch Watch { get; set; } = null!;

    [Inject] private TelemetryWatch Telemetry { get; set; } = null!;

    [Inject] private ShelfWatch Workflows { get; set; } = null!;

    /// <summary>The open home.</summary>
    [Inject] internal Sandbox Sandbox { get; set; } = null!;

    /// <summary>Whether this tab follows changes.</summary>
    [Inject] internal LiveState Live { get; set; } = null!;

    /// <summary>Reads what the page shows. Called in the circuit, so it is to be quick: below 50 ms.</summary>
    /// <exception cref="KeyNotFoundException">What the page is about is not there.</exception>
    protected abstract void Load(CatalogTransaction catalog);

    /// <summary>True for a page that shows spans: it follows what is traced, too.</summary>
    protected virtual bool FollowsTelemetry => false;

    /// <summary>True for a page that shows workflow definitions: it follows their files, too.</summary>
    protected virtual bool FollowsWorkflows => false;

    /// <summary>Reads again and draws again, now.</summary>
    protected void Refresh()
    {
        Read();
        StateHasChanged();
    }

    /// <summary>Does something in the circuit, unless the page is gone. What goes wrong is shown as what goes wrong at first sight is.</summary>
    protected async Task FollowAsync(Action follow)
    {
        try
        {
            await InvokeAsync(() => { if (!_isDisposed) follow(); });
        }
        catch (Exception failure)
        {
            if (!_isDisposed) await DispatchExceptionAsync(failure);
        }
    }

    /// <summary>Follows before the first look, so that no change falls between.</summary>
    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive) return;
        Live.Changed += WhenLiveChanged;
        _followed.Add(Watch.Listen(WhenChanged));
        if (FollowsTelemetry) _followed.Add(Telemetry.Listen(WhenChanged));
        if (FollowsWorkflows) _followed.Add(Workflows.Listen(WhenChanged));
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => Read();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops following.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_isDisposed || !disposing) return;
        _isDisposed = true;
        Live.Changed -= WhenLiveChanged;
        foreach (IDisposable followed in _followed) followed.Dispose();
    }

    private void Read() => Sandbox.Catalog.Read(tx => { Load(tx); return true; });

    private Task WhenChanged() => FollowAsync(() =>
    {
        if (Live.IsPaused) Live.FallBehind();
        else Refresh();
    });

    private void WhenLiveChanged() => _ = FollowAsync(() =>
    {
        if (!Live.IsPaused) Refresh();
    });
}
