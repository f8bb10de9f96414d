using MudBlazor.Services;
using MlopsSandbox.Api;
using MlopsSandbox.Authoring;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Stories;
using MlopsSandbox.Web.ApiReference;
using MlopsSandbox.Web.Components;
using MlopsSandbox.Web.Home;
using MlopsSandbox.Web.Layout;
using MlopsSandbox.Web.Live;
using MlopsSandbox.Web.Monitor;
using MlopsSandbox.Web.Traces;

namespace MlopsSandbox.Web;

/// <summary>The pages: Blazor components that run in this process, next to the home that they show.</summary>
internal static class WebUi
{
    /// <summary>What the pages need.</summary>
    public static void Add(IServiceCollection services, Sandbox sandbox, Hints hints)
    {
        services.AddSingleton(sandbox);
        services.AddSingleton(hints);
        services.AddSingleton(new Problems(hints, sandbox.Catalog.Home));
        services.AddSingleton(TimeProvider.System);
        AddWatches(services, sandbox);
        services.AddSingleton(new WorkflowDesk(sandbox));
        services.AddSingleton<TraceViews>();
        services.AddSingleton<ApiOperations>();
        StoryDesk stories = new(sandbox.Catalog, hints);
        services.AddSingleton(stories);
        services.AddSingleton(new HomeViews(sandbox.Catalog, stories));
        services.AddSingleton(new CheckViews(sandbox.Artifacts));
        services.AddScoped<Notices>();
        services.AddScoped<Signature>();
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddResponseCompression(options => options.EnableForHttps = true);
    }

    // Made by the container, which ends them with itself: before the home is closed.
    private static void AddWatches(IServiceCollection services, Sandbox sandbox)
    {
        services.AddSingleton(_ => new CatalogWatch(sandbox.Catalog, TimeProvider.System));
        services.AddSingleton(_ => new TelemetryWatch(sandbox.Places.Telemetry, TimeProvider.System));
        services.AddSingleton(_ => new ShelfWatch(sandbox.Shelf, TimeProvider.System));
        services.AddScoped(given => new LiveState(
            [given.GetRequiredService<CatalogWatch>(), given.GetRequiredService<TelemetryWatch>(), given.GetRequiredService<ShelfWatch>()], given.GetRequiredService<Problems>()));
    }

    /// <summary>Serves the pages and the files that they load.</summary>
    public static void Map(WebApplication web)
    {
        web.MapStaticAssets();
        web.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.ContentSecurityFrameAncestorsPolicy = null;
            // Tabs are near: pressing what is drawn for each of them would take from the work that they look at.
            options.DisableWebSocketCompression = true;
        });
    }
}
