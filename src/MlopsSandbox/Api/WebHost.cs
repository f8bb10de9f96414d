using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using MlopsSandbox.Commands;
using MlopsSandbox.Door;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Stories;
using MlopsSandbox.Web;
using MlopsSandbox.Web.Jobs;

namespace MlopsSandbox.Api;

/// <summary>The web host: pages, Hangfire's dashboard, health check and the REST API.</summary>
internal static class WebHost
{
    // The lists of the files that pages load are named after it, whoever hosts it.
    private const string Program = "mlops";

    /// <summary>Composes the application; it does not listen yet.</summary>
    /// <param name="sandbox">The open home.</param>
    /// <param name="hints">Commands to paste, which answers name.</param>
    /// <param name="urls">Addresses to listen on.</param>
    /// <param name="key">The key to ask for; null for none.</param>
    public static WebApplication Build(Sandbox sandbox, Hints hints, string[] urls, DoorKey? key = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = Program, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        AddDashboard(builder.Services);
        builder.Services.AddProblemDetails();
        ApiDocument.Add(builder.Services);
        builder.WebHost.UseStaticWebAssets();
        WebUi.Add(builder.Services, sandbox, hints);
        Doorkeeper doorkeeper = new(key, new FailedTries(TimeProvider.System));
        builder.Services.AddSingleton(doorkeeper);
        Doorkeeper.Add(builder.Services);
        WebApplication web = builder.Build();
        Problems problems = web.Services.GetRequiredService<Problems>();
        web.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => TellAsync(context, problems) });
        web.UseStatusCodePages();
        web.Use(new RequestGuard(new ServedNames(urls)).InvokeAsync);
        web.Use(doorkeeper.InvokeAsync);
        web.UseResponseCompression();
        web.UseAntiforgery();
        web.UseHangfireDashboard(JobsFrame.Address, JobsFrame.Options, sandbox.JobStorage);
        HealthEndpoint.Map(web, sandbox);
        ReportEndpoint.Map(web, sandbox, web.Services.GetRequiredService<StoryDesk>());
        MapApi(web.MapGroup("/api"), sandbox, hints, web.Services.GetRequiredService<StoryDesk>());
        ApiDocument.Map(web);
        WebUi.Map(web);
        return web;
    }

    /// <summary>An answer in the shape that the command line gives it.</summary>
    public static IResult Answer<T>(T answer) => Results.Json(answer, CatalogJson.Options);

    private static void MapApi(RouteGroupBuilder api, Sandbox sandbox, Hints hints, StoryDesk stories)
    {
        WorkflowEndpoints.Map(api, sandbox);
        RunEndpoints.Map(api, sandbox, hints);
        RunControlEndpoints.Map(api, sandbox, hints);
        RunMarkEndpoints.Map(api, sandbox, hints);
        ApprovalEndpoints.Map(api, sandbox, hints);
        TaskEndpoints.Map(api, sandbox, hints);
        EventEndpoints.Map(api, sandbox, hints);
        TraceEndpoints.Map(api, sandbox);
        ArtifactEndpoints.Map(api, sandbox);
        ModelEndpoints.Map(api, sandbox);
        ServingEndpoints.Map(api, sandbox, hints);
        ScenarioEndpoints.Map(api, sandbox);
        PolicyEndpoints.Map(api, sandbox, hints);
        AlertEndpoints.Map(api, sandbox, hints);
        StoryEndpoints.Map(api, sandbox, stories);
        PredictEndpoints.Map(api, sandbox);
        ChangeEndpoint.Map(api);
    }

    // What AddHangfire does beyond this would tie Hangfire's log, which is the process's, to this one web host.
    private static void AddDashboard(IServiceCollection services)
    {
        services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration);
        services.AddSingleton(DashboardRoutes.Routes);
    }

    private static Task TellAsync(HttpContext context, Problems problems) =>
        Results.Problem(problems.Of(context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error)).ExecuteAsync(context);
}
