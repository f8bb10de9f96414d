using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>The scenario <c>telco-churn</c> with all its rows, read once.</summary>
public sealed class TelcoCustomers
{
    public TelcoCustomers()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "MlopsSandbox.sln"))) root = Path.GetDirectoryName(root)!;
        Scenario = ScenarioFile.Read(Path.Combine(root, "sample-data", "telco-churn"));
        Rows = ScenarioData.Read(Scenario);
    }

    public Scenario Scenario { get; }

    public Table Rows { get; }
}
