namespace MlopsSandbox.EndToEnd;

public sealed class RunTests
{
    [Fact]
    public async Task Run_DefinitionsFile_PrintsWhatItsActivitiesWrite()
    {
        using Home home = new();

        Ending ending = await MlopsProgram.Run(home.Folder, "run", Walk("loop-back"));

        Assert.Equal(0, ending.ExitCode);
        Assert.Equal(["n=1", "n=2", "n=3", "n=4", "end"], ending.Output.Split('\n').Where(line => line == "end" || line.StartsWith("n=", StringComparison.Ordinal)));
        Assert.Empty(ending.Errors);
    }

    [Fact]
    public async Task Run_DefinitionWithAnActivityThatNothingLeadsTo_WarnsWithItsPlaceAndWalks()
    {
        using Home home = new();

        Ending ending = await MlopsProgram.Run(home.Folder, "run", Walk("two-starts"), "--output", "json");

        Assert.Equal(0, ending.ExitCode);
        Assert.Contains("two-starts.json:46:4: warning: $.root.activities[1]: activity 'b' (Elsa.WriteLine): no connection leads here", ending.Errors, StringComparison.Ordinal);
        Assert.Equal("a", Assert.Single(ending.Json.GetProperty("journal").EnumerateArray()).GetProperty("text").GetString());
    }

    private static string Walk(string name)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlopsSandbox.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "tests", "MlopsSandbox.Workflows.Tests", "Walks", $"{name}.json");
    }
}
