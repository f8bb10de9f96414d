using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Api;

/// <summary>Answers with a run as it stands now: this server works on it from then on, and nobody is kept waiting.</summary>
internal static class RunAnswer
{
    /// <summary>The run after something was done to it.</summary>
    /// <exception cref="MissingException">There is no such run; nothing was done.</exception>
    public static IResult After(Sandbox sandbox, Hints hints, string runId, Action act)
    {
        RunLookup.Show(sandbox.Catalog, runId, hints);
        act();
        return WebHost.Answer(RunLookup.Show(sandbox.Catalog, runId, hints));
    }

    /// <summary>A run that was started, with the address where it can be asked after.</summary>
    public static IResult Started(HttpResponse response, Sandbox sandbox, Hints hints, string runId)
    {
        RunRow run = RunLookup.Show(sandbox.Catalog, runId, hints);
        response.Headers.Location = $"/api/runs/{runId}";
        return Results.Json(run, CatalogJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
