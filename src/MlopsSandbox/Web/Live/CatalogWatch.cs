using System.Runtime.CompilerServices;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Live;

/// <summary>Tells pages that the catalog has changed, within about 50 ms.</summary>
internal sealed class CatalogWatch(CatalogStore catalog, TimeProvider time) : ChangeWatch(time)
{
    // A catalog that was deleted under a running server never changes again, so it is looked at now and then.
    private static readonly TimeSpan LookAtFile = TimeSpan.FromSeconds(1);
    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<bool> Changes([EnumeratorCancellation] CancellationToken stop)
    {
        long seen = catalog.ChangeCount();
        yield return false;
        while (!stop.IsCancellationRequested)
        {
            if (catalog.HasLostItsFile) throw new IOException($"{Path.Combine(catalog.Home, "catalog.db")}: the file was deleted or replaced while it was open; what is shown and done here is in the old one. Start the server again.");
            if (!await Changed(seen, stop).ConfigureAwait(false)) continue;
            seen = catalog.ChangeCount();
            yield return true;
        }
    }

    private async Task<bool> Changed(long seen, CancellationToken stop)
    {
        using CancellationTokenSource look = new(LookAtFile, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, look.Token);
        return await catalog.Changed(seen, either.Token).ConfigureAwait(false);
    }
}
