using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class ScenarioFolderTests : IDisposable
{
    private readonly TemporaryFolder _mine = new();

    public void Dispose() => _mine.Dispose();

    [Fact]
    public void Find_Name_IsLookedForInOrder()
    {
        _mine.Write("phone-churn/scenario.json", "{}");

        string found = ScenarioFolder.Find(["/does/not/exist", _mine.Path, Shipped.TestData], "phone-churn");

        Assert.Equal(Path.Combine(_mine.Path, "phone-churn"), found);
    }

    [Theory]
    [InlineData("./telco-churn")]
    [InlineData("/somewhere/telco-churn")]
    [InlineData(".")]
    public void Find_Path_IsTakenAsItIs(string path) => Assert.Equal(path, ScenarioFolder.Find([Shipped.SampleData], path));

    [Fact]
    public void Find_PathOfTheFileInIt_IsTheFolder() => Assert.Equal("./telco-churn", ScenarioFolder.Find([Shipped.SampleData], "./telco-churn/scenario.json"));

    [Fact]
    public void Find_UnknownName_SuggestsTheNearest()
    {
        ScenarioException problem = Assert.Throws<ScenarioException>(() => ScenarioFolder.Find([Shipped.SampleData], "telco-chrun"));

        Assert.Contains("there is no scenario 'telco-chrun'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'telco-churn'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_FoldersWithoutScenario_AreLeftOut()
    {
        _mine.Write("b/scenario.json", "{}");
        _mine.Write("a/scenario.json", "{}");
        _mine.Write("c/readme.md", "");

        Assert.Equal(["a", "b"], ScenarioFolder.All([_mine.Path]).Select(Path.GetFileName));
    }
}
