using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using MlopsSandbox.Web;

namespace MlopsSandbox.Api;

/// <summary>Keeps other sites' pages out: this server knows no passwords, and a browser on this machine would reach it for any page that asks.</summary>
/// <remarks>A foreign Host is DNS rebinding; a foreign Origin or Sec-Fetch-Site is a page of another site that wants to change something; a form can't send JSON.</remarks>
internal sealed class RequestGuard(ServedNames names)
{
    private const string Json = "application/json";

    /// <summary>Refuses a request, or lets it through.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/hangfire", StringComparison.OrdinalIgnoreCase) ? PagePolicy.Dashboard : PagePolicy.Pages;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Refusal(context.Request) is { } problem ? Results.Problem(problem).ExecuteAsync(context) : next(context);
    }

    private ProblemDetails? Refusal(HttpRequest request) => ForeignHost(request) ?? (Changes(request.Method) || IsCircuit(request) ? ForeignPage(request) ?? OtherThanJson(request) : null);

    private ProblemDetails? ForeignHost(HttpRequest request) => names.Has(request.Host.Host) ? null : Problem(StatusCodes.Status400BadRequest,
        "This server is not asked for by that name",
        $"Host is '{request.Host}'; expected a name of the loopback such as localhost or 127.0.0.1, or one that this server was started with. Name it by 'serve --urls http://NAME:PORT'.");

    // A socket is opened by a GET, and browsers open it to anybody.
    private static bool IsCircuit(HttpRequest request) => request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    private static ProblemDetails? ForeignPage(HttpRequest request)
    {
        string own = request.Host.Value ?? "";
        StringValues origin = request.Headers.Origin, site = request.Headers["Sec-Fetch-Site"];
        bool isOwn = Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && string.Equals(page.Authority, own, StringComparison.OrdinalIgnoreCase);
        if (!StringValues.IsNullOrEmpty(origin) && !isOwn) return Foreign("Origin", origin, $"none, or that of http://{own}");
        return site.ToString() is "" or "same-origin" or "none" ? null : Foreign("Sec-Fetch-Site", site, "none, or same-origin");
    }

    // Hangfire's dashboard sends forms of its own, from its own pages.
    private static ProblemDetails? OtherThanJson(HttpRequest request)
    {
        bool isEmpty = request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding");
        bool isRight = request.ContentType is { } type ? type.Split(';')[0].Trim().Equals(Json, StringComparison.OrdinalIgnoreCase) : isEmpty;
        return isRight || !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? null : Problem(StatusCodes.Status415UnsupportedMediaType,
            "The body is not JSON", $"Content-Type is '{request.ContentType}'; expected {Json}. Send it with -H 'Content-Type: {Json}'.");
    }

    private static bool Changes(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static ProblemDetails Foreign(string header, StringValues found, string expected) => Problem(StatusCodes.Status403Forbidden,
        "A page of another site may change nothing here", $"{header} is '{found}'; expected {expected}. Ask from a page of this server, or from a program.");

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
