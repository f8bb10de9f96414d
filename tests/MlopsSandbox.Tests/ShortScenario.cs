namespace MlopsSandbox.Tests;

/// <summary>Telco's churn in three days, in a folder of its own; a drift comes on day 1.</summary>
internal static class ShortScenario
{
    /// <summary>Makes it.</summary>
    /// <returns>The scenario's folder.</returns>
    public static string In(string parent)
    {
        string shipped = Path.GetDirectoryName(Shipped.Telco("scenario.json"))!, folder = Path.Combine(parent, "telco-churn");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(shipped)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        string json = Path.Combine(folder, "scenario.json");
        File.WriteAllText(json, File.ReadAllText(json)
            .Replace("\"days\": 26", "\"days\": 3", StringComparison.Ordinal).Replace("\"driftDay\": 8", "\"driftDay\": 1", StringComparison.Ordinal));
        return folder;
    }
}
