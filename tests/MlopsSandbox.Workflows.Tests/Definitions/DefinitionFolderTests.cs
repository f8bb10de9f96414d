using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

public sealed class DefinitionFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("definitions-").FullName;

    [Fact]
    public void Find_SeveralVersions_GivesTheHighestPublished()
    {
        Write("one.json", "x", version: 1);
        Write("two.json", "x", version: 2);
        Write("three.json", "x", version: 3, isPublished: false);

        var folder = DefinitionFolder.Read(_folder, Stages.Types);

        Assert.Equal(2, folder.Find("x")!.Version);
        Assert.Equal(3, folder.Definitions.Count);
        Assert.Null(folder.Find("y"));
    }

    [Fact]
    public void Read_OneFileIsBroken_KeepsTheOthersAndTellsWhichFile()
    {
        Write("good.json", "good", version: 1);
        File.WriteAllText(Path.Combine(_folder, "bad.json"), "{");

        var folder = DefinitionFolder.Read(_folder, Stages.Types);

        Assert.NotNull(folder.Find("good"));
        Assert.Equal(Path.Combine(_folder, "bad.json"), Assert.Single(folder.Problems).File);
    }

    [Fact]
    public void Read_NoSuchFolder_SaysWhichAndHowToNameAnother()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => DefinitionFolder.Read(Path.Combine(_folder, "none"), Stages.Types));

        Assert.Equal($"{Path.Combine(_folder, "none")}: there is no such folder; " +
            "expected a folder with workflow definitions, one a *.json file. Name it by --workflows.", error.Message);
    }

    [Fact]
    public void Load_BrokenFile_ListsEveryProblem()
    {
        var file = Path.Combine(_folder, "bad.json");
        File.WriteAllText(file, "{\"version\":0}");

        var error = Assert.Throws<DefinitionException>(() => DefinitionFolder.Load(file, Stages.Types));

        Assert.Equal(3, error.Message.Split('\n').Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string id, int version, bool isPublished = true) => File.WriteAllText(Path.Combine(_folder, file),
        $$$"""{"definitionId":"{{{id}}}","version":{{{version}}},"isPublished":{{{(isPublished ? "true" : "false")}}},"root":{"id":"f","type":"Elsa.Flowchart"}}""");
}
