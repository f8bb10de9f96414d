using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Api;

/// <summary>Remembers what has changed since it was last asked, for one listener.</summary>
internal sealed class ChangeSignal : IDisposable
{
    private readonly IDisposable _catalog, _telemetry;
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Lock _lock = new();
    private bool _inCatalog, _inTelemetry;

    public ChangeSignal(CatalogWatch catalog, TelemetryWatch telemetry)
    {
        _catalog = catalog.Listen(() => Note(inCatalog: true, inTelemetry: false));
        _telemetry = telemetry.Listen(() => Note(inCatalog: false, inTelemetry: true));
    }

    /// <summary>What has changed, as soon as something has; nothing when the time is over.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before.</exception>
    public async Task<(bool InCatalog, bool InTelemetry)> Next(TimeSpan atMost, TimeProvider time, CancellationToken cancellation)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_changed.WaitAsync(either.Token), Task.Delay(atMost, time, either.Token)).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            (bool, bool) what = (_inCatalog, _inTelemetry);
            (_inCatalog, _inTelemetry) = (false, false);
            return what;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _catalog.Dispose();
        _telemetry.Dispose();
        _changed.Dispose();
    }

    private Task Note(bool inCatalog, bool inTelemetry)
    {
        lock (_lock)
        {
            (_inCatalog, _inTelemetry) = (_inCatalog || inCatalog, _inTelemetry || inTelemetry);
            try
            {
                if (_changed.CurrentCount == 0) _changed.Release();
            }
            catch (ObjectDisposedException)
            {
                // Disposed of while the listener was on its way: there is nobody to tell.
            }
        }
        return Task.CompletedTask;
    }
}
