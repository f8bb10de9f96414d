using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Web.Home;

/// <summary>What home pages show of stories, read once for all tabs that look at the same state of the home.</summary>
/// <param name="catalog">The home.</param>
/// <param name="desk">Tells how stories go.</param>
internal sealed class HomeViews(CatalogStore catalog, StoryDesk desk)
{
    private readonly Lock _reading = new();
    private readonly Dictionary<string, HomeView> _read = [];
    private long? _readAt;

    /// <summary>The view of a story.</summary>
    /// <param name="id">The story, which is there.</param>
    public HomeView Of(string id)
    {
        lock (_reading)
        {
            // Counted before it is read: what is committed in between makes it read again.
            long now = catalog.ChangeCount();
            if (_readAt != now) _read.Clear();
            _readAt = now;
            if (!_read.TryGetValue(id, out HomeView? view)) _read[id] = view = catalog.Read(tx => HomeReading.Of(desk, tx, tx.Stories.Find(id)!));
            return view;
        }
    }
}
