using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Api;

/// <summary>The web host: front page, Hangfire's dashboard, health check and the REST API.</summary>
internal static class WebHost
{
    /// <summary>Composes the application; it does not listen yet.</summary>
    public static WebApplication Build(Sandbox sandbox, string[] urls)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        AddDashboard(builder.Services);
        builder.Services.AddProblemDetails();
        WebApplication web = builder.Build();
        web.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = TellAsync });
        web.UseStatusCodePages();
        web.MapGet("/", (HttpRequest request) => Results.Content(FrontPage.For(request), "text/html; charset=utf-8"));
        web.UseHangfireDashboard("/hangfire", new DashboardOptions { AppPath = "/", DashboardTitle = "MlopsSandbox jobs" }, sandbox.JobStorage);
        HealthEndpoint.Map(web, sandbox);
        CatalogEndpoints.Map(web, sandbox);
        PredictEndpoints.Map(web, sandbox);
        return web;
    }

    /// <summary>An answer in the shape that the command line gives it.</summary>
    public static IResult Answer<T>(T answer) => Results.Json(answer, CatalogJson.Options);

    // What AddHangfire does beyond this would tie Hangfire's log, which is the process's, to this one web host.
    private static void AddDashboard(IServiceCollection services)
    {
        services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration);
        services.AddSingleton(DashboardRoutes.Routes);
    }

    private static Task TellAsync(HttpContext context)
    {
        Exception failure = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        ProblemDetails problem = Problems.Of(failure)
            ?? new ProblemDetails { Status = StatusCodes.Status500InternalServerError, Title = "Something unexpected went wrong", Detail = failure.Message };
        return Results.Problem(problem).ExecuteAsync(context);
    }
}
