using System.Data.Common;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Keeps a claim alive while its work goes on, and has the work stopped when the claim is lost: the run was cancelled, or another process took over.</summary>
internal sealed class LeaseKeeper : IDisposable
{
    /// <summary>How long a claim counts after the last sign of life, where it can't be seen whether its process lives.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    // Most work that does nothing has ended before anybody can have given it up.
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan RenewalInterval = TimeSpan.FromSeconds(10);
    private readonly CatalogStore _catalog;
    private readonly Lease _lease;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _done = new();

    private LeaseKeeper(CatalogStore catalog, Lease lease, TimeProvider time, CancellationToken shutdown)
    {
        (_catalog, _lease, _time) = (catalog, lease, time);
        _work = CancellationTokenSource.CreateLinkedTokenSource(shutdown);
        Token = _work.Token;
        _ = Keep();
    }

    /// <summary>Cancelled when the work is no longer wanted here.</summary>
    public CancellationToken Token { get; }

    /// <summary>Begins to keep a claim, until disposed.</summary>
    public static LeaseKeeper Hold(CatalogStore catalog, Lease lease, TimeProvider time, CancellationToken shutdown) => new(catalog, lease, time, shutdown);

    /// <inheritdoc/>
    /// <remarks>What keeps the claim ends by itself, and nobody waits for it: a thread pool that is slow to go on with it holds up no work.</remarks>
    public void Dispose() => _done.Cancel();

    private async Task Keep()
    {
        try
        {
            await Task.Delay(FirstLook, _time, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!_done.IsCancellationRequested)
            {
                if (await IsLostWithin(RenewalInterval).ConfigureAwait(false)) await _work.CancelAsync().ConfigureAwait(false);
                if (_work.IsCancellationRequested) return;
                if (!_done.IsCancellationRequested) Renew();
            }
        }
        catch (LeaseLostException)
        {
            await _work.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (_done.IsCancellationRequested)
        {
            // The catalog was closed meanwhile.
        }
        finally
        {
            _work.Dispose();
        }
    }

    // A catalog that can't be written for a while costs nothing yet: the lease outlives several renewals.
    private void Renew()
    {
        try
        {
            _catalog.Write(tx => tx.Claims.Renew(_lease, LeaseTime));
        }
        catch (DbException)
        {
            // The next renewal tries again.
        }
    }

    private async Task<bool> IsLostWithin(TimeSpan interval)
    {
        using CancellationTokenSource elapsed = new(interval, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, _done.Token);
        return await _catalog.Sees(tx => !tx.Claims.Holds(_lease), either.Token).ConfigureAwait(false);
    }
}
