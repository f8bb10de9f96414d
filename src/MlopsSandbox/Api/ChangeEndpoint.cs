using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Api;

/// <summary><c>GET /api/changes</c>: tells whoever listens that something has changed, as server-sent events.</summary>
internal static class ChangeEndpoint
{
    /// <summary>A sign of life is sent after so long without a change, which keeps proxies from hanging up.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private const string EventStream = "text/event-stream";

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/changes",
            (HttpContext context, CatalogWatch catalog, TelemetryWatch telemetry, TimeProvider time, IHostApplicationLifetime host) => Tell(context, catalog, telemetry, time, host))
        .WithName("followChanges").Produces<string>(StatusCodes.Status200OK, EventStream)
        .WithSummary("Server-sent events: after each change, whichever process made it, one event 'changed' whose data says what changed, such as {\"catalog\":true,\"telemetry\":false}; "
            + "at most one in 100 ms. A comment each 15 s shows that the connection lives. It ends when the client goes.");

    private static async Task Tell(HttpContext context, CatalogWatch catalog, TelemetryWatch telemetry, TimeProvider time, IHostApplicationLifetime host)
    {
        context.Response.ContentType = EventStream;
        context.Response.Headers.CacheControl = "no-store";
        using CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        using ChangeSignal signal = new(catalog, telemetry);
        try
        {
            await Write(context.Response, ": follows\n\n", gone.Token).ConfigureAwait(false);
            while (!gone.IsCancellationRequested)
            {
                (bool inCatalog, bool inTelemetry) = await signal.Next(KeepAlive, time, gone.Token).ConfigureAwait(false);
                string text = inCatalog || inTelemetry ? $"event: changed\ndata: {{\"catalog\":{Word(inCatalog)},\"telemetry\":{Word(inTelemetry)}}}\n\n" : ": lives\n\n";
                await Write(context.Response, text, gone.Token).ConfigureAwait(false);
                await Task.Delay(ChangeWatch.Coalescing, time, gone.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the server goes: either way nobody listens.
        }
    }

    private static string Word(bool flag) => flag ? "true" : "false";

    private static async Task Write(HttpResponse response, string text, CancellationToken gone)
    {
        await response.WriteAsync(text, gone).ConfigureAwait(false);
        await response.Body.FlushAsync(gone).ConfigureAwait(false);
    }
}
