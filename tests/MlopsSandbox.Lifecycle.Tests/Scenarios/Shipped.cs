namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

/// <summary>Folders of the repository that these tests read.</summary>
internal static class Shipped
{
    public static string Root { get; } = Ancestor("MlopsSandbox.sln");
    public static string SampleData { get; } = Path.Combine(Root, "sample-data");
    public static string TestData { get; } = Path.Combine(Root, "tests", "TestData");
    public static string Telco { get; } = Path.Combine(SampleData, "telco-churn");
    public static string Phone { get; } = Path.Combine(TestData, "phone-churn");

    private static string Ancestor(string file)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, file))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
