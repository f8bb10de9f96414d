namespace MlopsSandbox.Hosting;

/// <summary>Where home, workflow definitions and scenarios lie.</summary>
/// <param name="Home">Folder that remembers everything; need not exist.</param>
/// <param name="Workflows">Folders of workflow definitions, the first that has a name wins.</param>
/// <param name="Scenarios">Folders of scenarios, the first that has a name wins.</param>
internal sealed record Places(string Home, IReadOnlyList<string> Workflows, IReadOnlyList<string> Scenarios)
{
    /// <summary>The default home, in the working directory.</summary>
    public const string DefaultHome = ".mlops";
    /// <summary>The environment variable that names another.</summary>
    public const string HomeVariable = "MLOPS_HOME";

    /// <summary>True when something was remembered there before.</summary>
    public bool HasCatalog => File.Exists(Path.Combine(Home, "catalog.db"));

    /// <summary>The home's artifacts.</summary>
    public string Artifacts => Path.Combine(Home, "artifacts");

    /// <summary>The home's spans.</summary>
    public string Telemetry => Path.Combine(Home, "telemetry.db");

    /// <summary>The home's jobs.</summary>
    public string Jobs => Path.Combine(Home, "hangfire.db");

    /// <summary>What was named; else the working directory, then the folders shipped beside the program.</summary>
    public static Places Of(string? home, string? workflows, string? scenarios, Func<string, string?> environment) => new(
        Path.GetFullPath(home ?? NotEmpty(environment(HomeVariable)) ?? DefaultHome),
        Folders(workflows, "workflows"),
        Folders(scenarios, "sample-data"));

    private static IReadOnlyList<string> Folders(string? named, string name) =>
        named is not null ? [named] : [name, Path.Combine(AppContext.BaseDirectory, name)];

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
