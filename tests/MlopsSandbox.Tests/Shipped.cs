namespace MlopsSandbox.Tests;

/// <summary>What is shipped beside the program, and so beside its tests.</summary>
internal static class Shipped
{
    public static string Workflow(string name) => Path.Combine(AppContext.BaseDirectory, "workflows", $"{name}.json");

    public static string Telco(string file) => Path.Combine(AppContext.BaseDirectory, "sample-data", "telco-churn", file);
}
