using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Alerts;

/// <summary>An endpoint whose checks say what a test tells them to, each in a run of its own.</summary>
internal sealed class CheckedEndpoint(AlertSettings settings, TimeProvider? time = null) : IDisposable
{
    public const string Name = "telco-churn";
    private readonly TestHome _home = new();
    private TestProcess? _process;

    public TestProcess Process => _process ??= NewProcess();

    public string Home => _home.Path;

    public IReadOnlyList<AlertRow> Alerts => Process.Catalog.Read(tx => tx.Alerts.Of(Name));

    public TestProcess NewProcess() => _home.NewProcess(time, alerts: settings);

    /// <summary>The check at the end of a day: these features drift, the others of a, b and c do not.</summary>
    public Task CheckAsync(int day, params string[] drifted) => RunAsync("check", day, new DriftChecked(Name, drifted.Length > 0, JsonSerializer.SerializeToElement(new { }), "none", "", null, null)
    {
        Signals = [.. new[] { "a", "b", "c" }.Select(feature => new AlertSignal("drift", feature, drifted.Contains(feature), $"{feature} on day {day}"))],
    });

    /// <summary>Another model serves from a day on.</summary>
    public Task DeployAsync(int day, int from) => RunAsync("deploy", day, new ModelDeployed(
        Name, ContentHash.Of("m"u8), null, new Dictionary<string, double>(), JsonSerializer.SerializeToElement(new { }), "champion", TestProcess.Start.AddDays(from)));

    public IReadOnlyList<NotificationRow> Notifications(string alertId) => Process.Catalog.Read(tx => tx.Alerts.Find(alertId))!.Notifications!;

    public Task<int> DeliverAsync() => Process.Bridge.Alerts.DeliverDueAsync(CancellationToken.None);

    public void Dispose() => _home.Dispose();

    private async Task RunAsync(string activity, int day, CatalogEffect effect)
    {
        _home.Stages.On(activity, (context, _) => FakeStages.Done(context, activity) with { Effects = [effect] });
        Process.Bridge.Runs.Start(Process.Request(new Flow(activity).Work(activity)) with { SimulatedAt = TestProcess.Start.AddDays(day), Reuses = false });
        await Process.Settle();
    }
}
