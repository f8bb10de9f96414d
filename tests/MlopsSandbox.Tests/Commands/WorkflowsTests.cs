using System.Text.Json.Nodes;
using System.Xml.Linq;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

public sealed class WorkflowsTests : IDisposable
{
    private const string Good = """{"definitionId":"good","name":"Good","version":2,"inputs":[{"name":"who","type":"String"}],"root":{"id":"hello","type":"Elsa.WriteLine","text":{"typeName":"String","expression":{"type":"Literal","value":"hello"}}}}""";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Validate_Folder_TellsEveryProblemOfEveryFile()
    {
        Write("bad.json", """{"definitionId":"bad","root":{"id":"a","type":"Elsa.WriteLin"}}""");
        Write("good.json", Good);
        Write("worse.json", "{");

        CliResult result = await RunAsync("validate");

        Assert.Equal(
        [
            $"{_folder["bad.json"]}:1:40: $.root.type: activity 'a' (Elsa.WriteLin): type 'Elsa.WriteLin' is unknown; expected one of the {Types} types that are registered. Did you mean 'Elsa.WriteLine'?",
            $"{_folder["good.json"]}: no problem was found.",
            $"{_folder["worse.json"]}:1:2: the text is no JSON: it ends too early, before every bracket and quote is closed. Expected an Elsa 3 workflow definition; mend the text at this place.",
        ], result.Out.TrimEnd().Split(Environment.NewLine));
        Assert.Equal($"mlops: error: 2 of 3 files can't be walked; expected none with errors. Mend what is told.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Validate_Json_IsOneDocumentWithPlaces()
    {
        Write("bad.json", """{"definitionId":"bad","root":{"id":"a","type":"Elsa.WriteLin"}}""");

        CliResult result = await RunAsync("validate", "bad", "-o", "json");

        JsonNode problem = JsonNode.Parse(result.Out)![0]!["problems"]![0]!;
        Assert.Equal(("error", 1, 40, "$.root.type"), ((string)problem["severity"]!, (int)problem["line"]!, (int)problem["column"]!, (string)problem["path"]!));
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Validate_SameVersionTwice_WarnsOfTheSecondFile()
    {
        Write("a.json", Good);
        Write("b.json", Good);

        CliResult result = await RunAsync("validate");

        Assert.Equal(ExitCodes.Succeeded, result.ExitCode);
        Assert.Contains($"{_folder["b.json"]}: warning: version 2 of workflow 'good' is also in a.json, which is the one that is found;", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Json_TellsWhatRunsNeed()
    {
        Write("good.json", Good);
        Write("broken.json", "{");

        CliResult result = await RunAsync("list", "-o", "json");

        JsonArray workflows = JsonNode.Parse(result.Out)!.AsArray();
        Assert.Equal(["broken", "good"], workflows.Select(workflow => (string)workflow!["name"]!));
        Assert.Equal([false, true], workflows.Select(workflow => (bool)workflow!["isWalkable"]!));
        Assert.Equal((2, "who", _folder["good.json"]), ((int)workflows[1]!["version"]!, (string)workflows[1]!["inputs"]![0]!["name"]!, (string)workflows[1]!["file"]!));
    }

    [Fact]
    public async Task Show_Json_IsTheDocument()
    {
        CliResult result = await Cli.RunAsync("workflows", "show", Shipped.Workflow("monitor"), "-o", "json");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(Shipped.Workflow("monitor"))), JsonNode.Parse(result.Out)));
    }

    [Fact]
    public async Task Show_Text_TellsActivitiesConnectionsInputsAndVariables()
    {
        CliResult result = await Cli.RunAsync("workflows", "show", Shipped.Workflow("monitor"));

        Assert.All(["monitor (version 1): Monitor", "endpoint", "Decision", "retrain-due", "Elsa.FlowDecision", "getVariable('Approval') === true", "False"],
            text => Assert.Contains(text, result.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draw_FileThatEndsWithSvg_IsAPicture()
    {
        CliResult result = await Cli.RunAsync("workflows", "draw", Shipped.Workflow("monitor"), "--out", _folder["monitor.svg"]);

        Assert.Equal(("", "", ExitCodes.Succeeded), (result.Out, result.Error, result.ExitCode));
        Assert.Equal("svg", XDocument.Load(_folder["monitor.svg"]).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Draw_BrokenFile_WritesNothing()
    {
        Write("bad.json", "{");

        CliResult result = await RunAsync("draw", "bad", "--out", _folder["bad.svg"]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(File.Exists(_folder["bad.svg"]));
    }

    [Theory]
    [InlineData("hyperparameter-sweep")]
    [InlineData("lifecycle")]
    [InlineData("monitor")]
    [InlineData("retrain")]
    [InlineData("scheduled-retrain")]
    public async Task Draw_ShippedWorkflow_IsTheDrawingInTheDocs(string workflow)
    {
        CliResult result = await Cli.RunAsync("workflows", "draw", Shipped.Workflow(workflow), "--format", "svg");

        string kept = Path.Combine(AppContext.BaseDirectory, "docs", "drawings", $"{workflow}.svg");
        Assert.True(File.ReadAllText(kept) == result.Out, $"docs/drawings/{workflow}.svg is not current; draw it again with './mlops workflows draw {workflow} --out docs/drawings/{workflow}.svg'.");
    }

    [Fact]
    public async Task Activities_OneType_GivesItsDescriptor()
    {
        CliResult result = await Cli.RunAsync("workflows", "activities", "MlopsSandbox.Train", "-o", "json");

        JsonNode train = JsonNode.Parse(result.Out)!;
        Assert.Equal(("trainer", true, "Done", "result"), ((string)train["inputs"]![0]!["name"]!, (bool)train["inputs"]![0]!["isRequired"]!, (string)train["outcomes"]![0]!, (string)train["outputs"]![0]!["name"]!));
    }

    [Fact]
    public async Task Activities_MisspeltType_SuggestsTheNearest()
    {
        CliResult result = await Cli.RunAsync("workflows", "activities", "MlopsSandbox.Trian");

        Assert.Equal($"mlops: error: activity type 'MlopsSandbox.Trian' is unknown; expected one of the {Types} types. Did you mean 'MlopsSandbox.Train'? See 'mlops workflows activities'.{Environment.NewLine}", result.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static int Types => global::MlopsSandbox.Hosting.Stages.All().Activities.Descriptors.Count;

    private Task<CliResult> RunAsync(string command, params string[] words) => Cli.RunAsync(["workflows", command, .. words, "--workflows", _folder.Path]);

    private void Write(string file, string text) => File.WriteAllText(_folder[file], text);
}
