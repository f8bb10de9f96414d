namespace MlopsSandbox.EndToEnd;

/// <summary>A test that needs a browser; skipped, with that reason, where the machine has none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Browser { get; } = Names.FirstOrDefault(File.Exists);

    public BrowserFactAttribute()
    {
        if (Browser is null) Skip = $"no browser: none of {string.Join(", ", Names)} is there; install the package chromium.";
    }
}
