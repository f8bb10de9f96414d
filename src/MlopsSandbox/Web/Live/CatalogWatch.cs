using System.Runtime.CompilerServices;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Live;

/// <summary>Tells pages that the catalog has changed, within about 50 ms.</summary>
internal sealed class CatalogWatch(CatalogStore catalog, TimeProvider time) : ChangeWatch(time)
{
    /// <inheritdoc/>
    protected override async IAsyncEnumerable<bool> Changes([EnumeratorCancellation] CancellationToken stop)
    {
        long seen = catalog.ChangeCount();
        while (await catalog.Changed(seen, stop).ConfigureAwait(false))
        {
            seen = catalog.ChangeCount();
            yield return true;
        }
    }
}
