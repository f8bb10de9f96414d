using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Tests.Web.Live;

public sealed class CatalogWatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Catalog_DeletedUnderARunningServer_IsSaidNotToBeFollowed()
    {
        using CatalogStore catalog = CatalogStore.Open(_folder["home"], TimeProvider.System);
        using CatalogWatch watch = new(catalog, TimeProvider.System);
        TaskCompletionSource<string?> troubled = new();
        watch.TroubleChanged += () => troubled.TrySetResult(watch.Trouble?.Message);
        using IDisposable listening = watch.Listen(() => Task.CompletedTask);
        string file = Path.Combine(catalog.Home, "catalog.db");

        File.Delete(file);

        Assert.StartsWith($"{file}: the file was deleted or replaced", await troubled.Task.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }
}
