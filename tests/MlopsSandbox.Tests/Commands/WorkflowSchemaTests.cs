using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Tests.Commands;

/// <summary>The schema in the docs, held against a validator of its own and against the reader.</summary>
public sealed class WorkflowSchemaTests
{
    private static readonly string Kept = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "workflow-definition.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromText(Kept);

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows")), .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Walks"))];

    [Fact]
    public async Task Schema_InTheDocs_IsCurrent()
    {
        CliResult result = await Cli.RunAsync("workflows", "schema");

        Assert.True(Kept == result.Out, "docs/workflow-definition.schema.json is not current; write it again with './mlops workflows schema > docs/workflow-definition.schema.json'.");
    }

    [Fact]
    public void Schema_InTheDocs_IsASchema() => Assert.True(MetaSchemas.Draft202012.Evaluate(JsonDocument.Parse(Kept).RootElement).IsValid);

    [Theory]
    [MemberData(nameof(Files))]
    public void Schema_DefinitionThatWalks_IsValid(string file)
    {
        if (!DefinitionFolder.ReadFile(file, global::MlopsSandbox.Hosting.Stages.All().Activities).IsWalkable) return;    // some of the walks use stages without their inputs

        Assert.Empty(Errors(JsonNode.Parse(File.ReadAllText(file))!));
    }

    [Theory]
    [InlineData("MlopsSandbox.Train", "{}", "trainer")]
    [InlineData("MlopsSandbox.Train", """{"trainer":{"typeName":"String","expression":{"type":"Literal","value":"lightgmb"}}}""", "/root")]
    [InlineData("Elsa.WriteLin", "{}", "/root/type")]
    [InlineData("Elsa.WriteLine", """{"text":{"typeName":"String","expression":{"type":"JavaScrpt","value":"1"}}}""", "/root/text/expression/type")]
    [InlineData("Elsa.WriteLine", """{"text":{"expression":{"type":"Literal","value":"x"}}}""", "/root/text")]
    [InlineData("Elsa.If", """{"then":{"type":"Elsa.WriteLine"}}""", "/root/then")]
    [InlineData("Elsa.Flowchart", """{"activities":{}}""", "/root/activities")]
    [InlineData("Elsa.SetVariable", """{"variable":"x"}""", "/root/variable")]
    public void Schema_BrokenActivity_IsRefusedAtItsPlace(string type, string properties, string place)
    {
        JsonObject root = JsonNode.Parse(properties)!.AsObject();
        (root["id"], root["type"]) = ("a", type);

        Assert.Contains(Errors(new JsonObject { ["definitionId"] = "x", ["root"] = root }), error => error.Contains(place, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Errors(JsonNode document)
    {
        using JsonDocument json = JsonDocument.Parse(document.ToJsonString());
        EvaluationResults results = Schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (results.IsValid) return [];
        return [.. (results.Details ?? []).Where(detail => detail.Errors is not null && !detail.EvaluationPath.ToString().Contains("/if", StringComparison.Ordinal)).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }
}
