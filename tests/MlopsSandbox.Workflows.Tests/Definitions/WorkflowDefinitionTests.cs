using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

public sealed class WorkflowDefinitionTests
{
    public static TheoryData<string> Files() => [.. Directory.GetFiles("Walks").Concat(Directory.GetFiles("workflows")).Where(file => !file.EndsWith("expected.json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void ToJson_AnyDefinition_KeepsTheWholeDocument(string file)
    {
        var definition = DefinitionFolder.Load(file, Stages.Types);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), JsonNode.Parse(definition.ToJson())));
        Assert.Equal(definition.ContentHash, DefinitionReader.Read(definition.ToJson(), file, Stages.Types).Definition!.ContentHash);
    }

    [Fact]
    public void ToJson_PartsThatNobodyKnows_AreKept()
    {
        var text = new Drawing().Line("a").Text().Replace("\"definitionId\"", "\"acme\":{\"deep\":[1,2.50,null]},\"definitionId\"", StringComparison.Ordinal);

        var written = DefinitionReader.Read(text, "drawn.json", Stages.Types).Definition!.ToJson();

        Assert.Equal("[1,2.50,null]", JsonSerializer.Serialize(JsonDocument.Parse(written).RootElement.GetProperty("acme").GetProperty("deep")));
    }

    [Fact]
    public void ContentHash_OrderAndLayoutOfTheText_DoNotCount()
    {
        const string one = """{"definitionId":"x","version":1,"x":1.50,"root":{"id":"f","type":"Elsa.Flowchart"}}""";
        const string other = """{ "root": { "type": "Elsa.Flowchart", "id": "f" }, "x": 1.5, "version": 1, "definitionId": "x" }""";

        Assert.Equal(Hash(one), Hash(other));
    }

    [Fact]
    public void ContentHash_KnownDocument_IsSha256OfItsCanonicalText()
    {
        // printf '{"definitionId":"x","root":{"id":"f","type":"Elsa.Flowchart"}}' | sha256sum (GNU coreutils)
        const string text = """{ "root": { "type": "Elsa.Flowchart", "id": "f" }, "definitionId": "x" }""";

        Assert.Equal("sha256:62ead7ed8ff49cc79138c46c530c7faefd6cd9c69544535e3a67f5163f2004a0", Hash(text));
    }

    [Fact]
    public void NodeId_NotGiven_IsThePathOfIds()
    {
        var definition = new Drawing().Inner("inner", new Drawing().Line("a")).Definition();

        Assert.Equal(["Workflow1:f", "Workflow1:f:inner", "Workflow1:f:inner:a"], definition.Activities.Select(activity => activity.NodeId));
    }

    private static string Hash(string text) => DefinitionReader.Read(text, "drawn.json", Stages.Types).Definition!.ContentHash;
}
