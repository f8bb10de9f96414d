using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Report;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Stories;
using MlopsSandbox.Web;

namespace MlopsSandbox.Api;

/// <summary><c>GET /reports/{story}</c>: a story as one page, to keep or to send; made anew of what the story left, so that each story has its own.</summary>
internal static class ReportEndpoint
{
    private const string Address = "/reports/";

    /// <summary>Where the report of a story is.</summary>
    public static string AddressOf(string story) => Address + Uri.EscapeDataString(story);

    /// <summary>Maps it.</summary>
    public static void Map(WebApplication web, Sandbox sandbox, StoryDesk stories) => web.MapGet($"{Address}{{story}}", (string story, HttpContext context) =>
    {
        stories.Check(story);
        string page = PageOf(sandbox, sandbox.Catalog.Read(tx => tx.Stories.Find(story)!));
        context.Response.Headers.ContentSecurityPolicy = PagePolicy.Report;
        return Results.Content(page, "text/html; charset=utf-8");
    });

    private static string PageOf(Sandbox sandbox, StoryRow story)
    {
        if (story.Outcome is not { } outcome) throw new RefusalException($"{story.Id} has no report{(story.IsCancelled ? ", as it was cancelled" : " yet")}; expected a story that was told to its end.", ExitCodes.Failed);
        return StoryReport.PageOf(sandbox.Catalog, sandbox.Artifacts, sandbox.Stages.Activities, StoryDriver.ReadOutcome(outcome));
    }
}
