using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace MlopsSandbox.Door;

/// <summary>Lets in who has the key: a browser by a cookie that the login page gives, a program by <c>Authorization: Bearer KEY</c>. Without a key everybody is let in.</summary>
/// <param name="key">The key; null where none is asked for.</param>
/// <param name="tries">Wrong keys.</param>
internal sealed class Doorkeeper(DoorKey? key, FailedTries tries)
{
    /// <summary>The page that asks for the key.</summary>
    public const string LoginPath = "/login";
    /// <summary>True where a key is asked for.</summary>
    public bool AsksForKey => key is not null;
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    // What the login page itself loads, before anybody is in.
    private static readonly string[] Open = [LoginPath, "/css", "/icon", "/mlops.", "/_content", "/js/frame"];

    /// <summary>What the cookie needs. Its secrets live as long as this process, so that each start asks anew.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "mlops";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        });
    }

    /// <summary>Lets a request through, or sends it to the login page, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (await IsInAsync(context).ConfigureAwait(false)) await next(context).ConfigureAwait(false);
        else if (context.Request.Path == "/health") await context.Response.WriteAsJsonAsync(new { status = "healthy" }).ConfigureAwait(false);
        else if (IsPage(context.Request)) context.Response.Redirect($"{LoginPath}?return={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        else await RefuseAsync(context).ConfigureAwait(false);
    }

    /// <summary>Tries a key that somebody gives on the login page.</summary>
    /// <returns>Null when they are in; else why not, for people.</returns>
    public async Task<string?> EnterAsync(HttpContext context, string? given)
    {
        IPAddress address = AddressOf(context);
        if (LockedOut(address) is { } locked) return locked;
        if (key?.Opens(given) == false)
        {
            tries.Note(address);
            return LockedOut(address) ?? "That is not the key. The server told it when it started, or its environment variable MLOPS_KEY holds it.";
        }
        tries.Clear(address);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "holder of the key")], Scheme))).ConfigureAwait(false);
        return null;
    }

    private async Task<bool> IsInAsync(HttpContext context)
    {
        if (key is null || Open.Any(path => context.Request.Path.Value!.StartsWith(path, StringComparison.Ordinal))) return true;
        if (BearerOf(context.Request) is not { } bearer) return await HasCookieAsync(context).ConfigureAwait(false);
        IPAddress address = AddressOf(context);
        if (tries.LockOf(address) > TimeSpan.Zero) return false;
        if (key.Opens(bearer)) return true;
        tries.Note(address);
        return false;
    }

    private static async Task<bool> HasCookieAsync(HttpContext context)
    {
        AuthenticateResult cookie = await context.AuthenticateAsync(Scheme).ConfigureAwait(false);
        if (cookie.Succeeded) context.User = cookie.Principal;
        return cookie.Succeeded;
    }

    private Task RefuseAsync(HttpContext context)
    {
        string? locked = LockedOut(AddressOf(context));
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            statusCode: locked is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests,
            title: "This server asks for its key",
            detail: locked ?? "No key, or not the right one; expected a header 'Authorization: Bearer KEY'. The server told the key when it started, or its environment variable MLOPS_KEY holds it.").ExecuteAsync(context);
    }

    private string? LockedOut(IPAddress address) => tries.LockOf(address) is { Ticks: > 0 } left
        ? FormattableString.Invariant($"Too many wrong keys from {address}; expected the right one within {FailedTries.Free} tries. Try again in {Math.Ceiling(left.TotalSeconds):0} s.")
        : null;

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;

    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/_blazor")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;
}
