using System.Text.Json.Nodes;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>Definitions that cannot be walked: every problem with its line and column, exit code 2, and nothing is begun.</summary>
public sealed class BadDefinitionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Run_MissingFile_SaysSo()
    {
        CliResult result = await Cli.RunAsync("run", _folder["absent.json"], "--home", _folder["home"]);

        AssertRefused(result, $"{_folder["absent.json"]}: there is no such file; expected an Elsa 3 workflow definition. Check the path.");
    }

    [Fact]
    public async Task Run_UnknownName_NamesThoseThatAreThere()
    {
        CliResult result = await Cli.RunAsync("run", "lifecicle", "--workflows", Path.GetDirectoryName(Shipped.Workflow("x"))!, "--home", _folder["home"]);

        AssertRefused(result, $"{Path.GetDirectoryName(Shipped.Workflow("x"))}: there is no workflow 'lifecicle'; expected one of: hyperparameter-sweep, lifecycle, monitor, retrain, scheduled-retrain. Did you mean 'lifecycle'? Name one of them, or a file such as ./lifecicle.json.");
    }

    [Fact]
    public async Task Run_MalformedJson_SaysLineAndColumn()
    {
        string file = Write("{\n  \"definitionId\": \"x\",\n");

        CliResult result = await Cli.RunAsync("run", file, "--home", _folder["home"]);

        Assert.StartsWith($"mlops: error: {file}:3:1: the text is no JSON: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task Run_UnknownActivityType_SuggestsTheRightOne()
    {
        string file = Change(root => root["activities"]![1]!["type"] = "MlopsSandbox.Prepp");

        CliResult result = await Cli.RunAsync("run", file, "--home", _folder["home"]);

        Assert.Matches(@":\d+:\d+: \$\.root\.activities\[1\]\.type: activity 'prep' \(MlopsSandbox\.Prepp\): type 'MlopsSandbox\.Prepp' is unknown; .* Did you mean 'MlopsSandbox\.Prep'\?\n$", result.Error);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task Run_ConnectionToNothing_SaysWhichOne()
    {
        string file = Change(root => root["connections"]![0]!["target"]!["activity"] = "nowhere");

        CliResult result = await Cli.RunAsync("run", file, "--home", _folder["home"]);

        Assert.Matches(@":\d+:\d+: \$\.root\.connections\[0\]\.target\.activity: the connection leads to activity 'nowhere', which flowchart 'flowchart' doesn't contain; expected one of its activities\.\n$", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task Run_CycleWithoutExit_SaysWhoIsInIt()
    {
        string file = Change(root =>
        {
            root["activities"] = new JsonArray([.. root["activities"]!.AsArray().Take(2).Select(activity => activity!.DeepClone())]);
            root["connections"] = new JsonArray(Arrow("ingest", "prep"), Arrow("prep", "ingest"));
        });

        CliResult result = await Cli.RunAsync("run", file, "--home", _folder["home"]);

        Assert.Contains("the loop 'ingest' → 'prep' → 'ingest' can neither leave nor wait; expected a decision with a way out", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    [Fact]
    public async Task Run_UndeclaredInput_NamesTheDeclaredOnes()
    {
        CliResult result = await Cli.RunAsync("run", "lifecycle", "--input", "scenarioo=x", "--home", _folder["home"]);

        AssertRefused(result, "workflow 'lifecycle' declares no input 'scenarioo'; expected one of: scenario, source, since, halfLifeDays, reason. Did you mean 'scenario'?");
    }

    [Fact]
    public async Task Run_WithoutScenario_SaysHowToNameOne()
    {
        CliResult result = await Cli.RunAsync("run", "lifecycle", "--home", _folder["home"]);

        AssertRefused(result, $"workflow 'lifecycle' needs the input 'scenario', which is not given; expected --input scenario=NAME. See 'mlops scenarios --home {_folder["home"]}'.");
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Arrow(string from, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };

    private void AssertRefused(CliResult result, string expected)
    {
        Assert.Equal($"mlops: error: {expected}{Environment.NewLine}", result.Error);
        Assert.Equal("", result.Out);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(Directory.Exists(_folder["home"]));
    }

    // The shipped lifecycle, with its flowchart changed.
    private string Change(Action<JsonObject> change)
    {
        JsonNode definition = JsonNode.Parse(File.ReadAllText(Shipped.Workflow("lifecycle")))!;
        change(definition["root"]!.AsObject());
        return Write(definition.ToJsonString(new() { WriteIndented = true }));
    }

    private string Write(string text)
    {
        File.WriteAllText(_folder["changed.json"], text);
        return _folder["changed.json"];
    }
}
