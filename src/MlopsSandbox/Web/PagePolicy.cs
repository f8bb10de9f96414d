namespace MlopsSandbox.Web;

/// <summary>What a browser may load and run for pages of this server: the content security policy.</summary>
/// <remarks>Scripts come from files of this server alone. Elements may carry a style of their own, which MudBlazor and drawings need; there are no style elements.</remarks>
internal static class PagePolicy
{
    /// <summary>The policy of the pages and of the API.</summary>
    public const string Pages = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
    /// <summary>The policy of a story's report, which carries its style sheet and nothing else.</summary>
    public const string Report = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    /// <summary>The policy of Hangfire's dashboard, which writes style elements.</summary>
    public const string Dashboard = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
}
