using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Api;

/// <summary>The web host: front page, Hangfire's dashboard, health check and the REST API.</summary>
internal static class WebHost
{
    /// <summary>Composes the application; it does not listen yet.</summary>
    /// <param name="sandbox">The open home.</param>
    /// <param name="hints">Commands to paste, which answers name.</param>
    /// <param name="urls">Addresses to listen on.</param>
    public static WebApplication Build(Sandbox sandbox, Hints hints, string[] urls)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        AddDashboard(builder.Services);
        builder.Services.AddProblemDetails();
        ApiDocument.Add(builder.Services);
        WebApplication web = builder.Build();
        Problems problems = new(hints, sandbox.Catalog.Home);
        web.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => TellAsync(context, problems) });
        web.UseStatusCodePages();
        web.Use(new RequestGuard(new ServedNames(urls)).InvokeAsync);
        web.MapGet("/", (HttpRequest request) => Results.Content(FrontPage.For(request), "text/html; charset=utf-8")).ExcludeFromDescription();
        web.UseHangfireDashboard("/hangfire", new DashboardOptions { AppPath = "/", DashboardTitle = "MlopsSandbox jobs" }, sandbox.JobStorage);
        HealthEndpoint.Map(web, sandbox);
        MapApi(web.MapGroup("/api"), sandbox, hints);
        ApiDocument.Map(web);
        return web;
    }

    /// <summary>An answer in the shape that the command line gives it.</summary>
    public static IResult Answer<T>(T answer) => Results.Json(answer, CatalogJson.Options);

    private static void MapApi(RouteGroupBuilder api, Sandbox sandbox, Hints hints)
    {
        WorkflowEndpoints.Map(api, sandbox);
        RunEndpoints.Map(api, sandbox, hints);
        RunControlEndpoints.Map(api, sandbox, hints);
        RunMarkEndpoints.Map(api, sandbox, hints);
        ApprovalEndpoints.Map(api, sandbox, hints);
        TaskEndpoints.Map(api, sandbox, hints);
        EventEndpoints.Map(api, sandbox, hints);
        ModelEndpoints.Map(api, sandbox);
        PolicyEndpoints.Map(api, sandbox, hints);
        AlertEndpoints.Map(api, sandbox, hints);
        PredictEndpoints.Map(api, sandbox);
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
