using Hangfire;
using Hangfire.Dashboard;

namespace MlopsSandbox.Web.Jobs;

/// <summary>Hangfire's dashboard as these pages frame it.</summary>
internal static class JobsFrame
{
    /// <summary>Where it is served.</summary>
    public const string Address = "/hangfire";

    // Its routes belong to the process, and what is added twice is served twice. The sheets for the dark stand last, which lets these win, light and dark.
    private static readonly Lazy<bool> Styled = new(() =>
    {
        DashboardRoutes.AddStylesheetDarkMode(typeof(JobsFrame).Assembly, "MlopsSandbox.Web.palette.css");
        DashboardRoutes.AddStylesheetDarkMode(typeof(JobsFrame).Assembly, "MlopsSandbox.Web.Jobs.dashboard.css");
        DashboardRoutes.AddJavaScript(typeof(JobsFrame).Assembly, "MlopsSandbox.Web.Jobs.dashboard.js");
        return true;
    });

    /// <summary>How it looks: no way out of the frame but the menu around it, and contrast enough to read, light and dark. Who may see it is asked at the door of all pages.</summary>
    public static DashboardOptions Options => new() { AppPath = null, DashboardTitle = "Jobs", DarkModeEnabled = Styled.Value, Authorization = [] };

    /// <summary>The page of a job; that of all for null.</summary>
    public static string AddressOf(string? job) => job is { Length: > 0 } ? $"{Address}/jobs/details/{Uri.EscapeDataString(job)}" : Address;
}
