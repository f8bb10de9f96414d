namespace MlopsSandbox.Tests;

/// <summary>A home in which the lifecycle has run once by <c>mlops run</c>.</summary>
public sealed class RanHome : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public string Home => _folder["home"];

    internal CliResult Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await Cli.RunAsync("run", "lifecycle", "--input", "scenario=telco-churn", "--output", "json", "--home", Home);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal Task<CliResult> CallAsync(string words, string input = "") =>
        Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = Home }, words.Split(' '), input);
}
