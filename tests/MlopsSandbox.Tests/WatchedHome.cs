using System.Text.Json;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Tests;

/// <summary>A home in which a model serves rows whose <c>monthly_charges</c> are twice what it learned from, and a check has found it, two days after the start.</summary>
public sealed class WatchedHome : IAsyncLifetime, IDisposable
{
    private const int Requests = 300;
    private readonly RanHome _ran = new();

    public string Home => _ran.Home;

    public async Task InitializeAsync()
    {
        await _ran.InitializeAsync();
        await using Sandbox sandbox = Sandbox.Open(Places.Of(Home, null, null, _ => null), _ => null);
        Deployment serving = sandbox.Catalog.Read(tx => tx.Deployments.Of("telco-churn"))[0];
        sandbox.Catalog.Write(tx => tx.Requests.Add("telco-churn", Drifted(sandbox.ReadScenario("telco-churn"), serving.EffectiveAt)));
        string run = sandbox.Bridge.Runs.Start(new RunRequest
        {
            Definition = sandbox.Shelf.Load("monitor"),
            Inputs = new Dictionary<string, JsonElement> { ["scenario"] = JsonSerializer.SerializeToElement("telco-churn") },
            Seed = 1,
            SimulatedAt = serving.EffectiveAt.AddDays(2),
        });
        sandbox.StartWorking();
        await sandbox.WaitForAsync(tx => tx.Runs.HasEnded(run), CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _ran.Dispose();

    internal Task<CliResult> CallAsync(params string[] words) => Cli.RunAsync(new Dictionary<string, string> { ["MLOPS_HOME"] = Home }, words);

    private static IEnumerable<CapturedRequest> Drifted(Scenario scenario, DateTimeOffset from)
    {
        Table rows = ScenarioData.Read(scenario);
        return Enumerable.Range(0, Requests).Select(row => new CapturedRequest(
            row, row, from.AddMinutes(5 * row), rows.Columns.ToDictionary(column => column.Name, column => Value(column, row)), Score: 0.3, ModelVersion: 1, rows.Labels[row], from.AddMinutes(5 * row).AddDays(1)));
    }

    private static JsonElement Value(Column column, int row) => column switch
    {
        NumericColumn { Name: "monthly_charges" } charges => JsonSerializer.SerializeToElement(2 * charges.Values[row]),
        NumericColumn numeric => JsonSerializer.SerializeToElement(double.IsNaN(numeric.Values[row]) ? (double?)null : numeric.Values[row]),
        CategoricalColumn categorical => JsonSerializer.SerializeToElement(categorical.Values[row]),
        _ => throw new ArgumentException(column.Name),
    };
}
