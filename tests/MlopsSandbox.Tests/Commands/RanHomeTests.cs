using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

/// <summary>The commands against a home in which the lifecycle has really run.</summary>
[Collection("sandbox")]
public class RanHomeTests(RanHome home) : IClassFixture<RanHome>
{
    private static readonly string[] RunNames = ["id", "workflow", "workflowVersion", "scenario", "status", "startedAt", "endedAt", "durationSeconds", "seed", "cause", "traceId", "stages", "journal"];
    private static readonly string[] StageNames = ["activityId", "stage", "attempt", "status", "outcome", "cached", "startedAt", "durationSeconds", "metrics", "outputs", "jobId", "spanId", "error"];

    [Fact]
    public void Run_Json_IsOneDocumentInTheAgreedShape()
    {
        JsonElement run = JsonDocument.Parse(home.Run.Out).RootElement;

        Assert.Equal(ExitCodes.Succeeded, home.Run.ExitCode);
        Assert.Empty(RunNames.Except(run.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("lifecycle-0001", run.GetProperty("id").GetString());
        Assert.Equal("succeeded", run.GetProperty("status").GetString());
        Assert.Equal("manual", run.GetProperty("cause").GetProperty("kind").GetString());
        Assert.EndsWith("Z", run.GetProperty("startedAt").GetString(), StringComparison.Ordinal);
        JsonElement evaluate = run.GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("activityId").GetString() == "evaluate");
        Assert.Empty(StageNames.Except(evaluate.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("Accepted", evaluate.GetProperty("outcome").GetString());
        Assert.Matches("^sha256:[0-9a-f]{64}$", evaluate.GetProperty("outputs").GetProperty("evaluation").GetString());
        Assert.Equal(["fork", "join"], run.GetProperty("journal").EnumerateArray().Select(line => line.GetProperty("activityId").GetString()).Where(id => id is "fork" or "join"));
    }

    [Fact]
    public void Run_Json_NarratesOnStandardError() => Assert.Contains("deploy  Registers the chosen model", home.Run.Error, StringComparison.Ordinal);

    [Fact]
    public async Task Runs_Text_HasTheRunAndTheNextCommand()
    {
        CliResult result = await home.CallAsync("runs");

        Assert.Contains("lifecycle-0001", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("One alone: mlops show lifecycle-0001\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_UnknownRun_SuggestsTheNearest()
    {
        CliResult result = await home.CallAsync("show lifecycle-001");

        Assert.Equal($"mlops: error: {home.Home}: there is no run 'lifecycle-001'; expected one of its 1. Did you mean 'lifecycle-0001'? See 'mlops runs'.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Trace_Json_IsOneTreeWithJobAndStageTimeApart()
    {
        JsonElement[] spans = [.. JsonDocument.Parse((await home.CallAsync("trace lifecycle-0001 --output json")).Out).RootElement.GetProperty("spans").EnumerateArray()];

        HashSet<string?> ids = [.. spans.Select(span => span.GetProperty("spanId").GetString())];
        string?[] parents = [.. spans.Select(span => span.GetProperty("parentSpanId").GetString())];
        Assert.Single(parents, parent => parent is null);
        Assert.All(parents.OfType<string>(), parent => Assert.Contains(parent, ids));
        string?[] names = [.. spans.Select(span => span.GetProperty("name").GetString())];
        Assert.Contains("run lifecycle", names);
        Assert.Contains("enqueue ingest", names);
        Assert.Contains("process ingest", names);
        Assert.Contains("stage ingest", names);
    }

    [Fact]
    public async Task Models_Json_ShowsTheChampion()
    {
        JsonElement model = Assert.Single(JsonDocument.Parse((await home.CallAsync("models -o json")).Out).RootElement.EnumerateArray());

        Assert.Equal("telco-churn", model.GetProperty("model").GetString());
        Assert.Equal(1, model.GetProperty("version").GetInt32());
        Assert.Equal("champion", Assert.Single(model.GetProperty("aliases").EnumerateArray()).GetString());
        Assert.Equal("lifecycle-0001", model.GetProperty("runId").GetString());
    }

    [Fact]
    public async Task ModelsPromote_VersionThatIsNotThere_SaysWhichAre()
    {
        CliResult result = await home.CallAsync("models promote telco-churn 7 --reason test");

        Assert.Equal($"mlops: error: model 'telco-churn' has no version 7; expected one of 1. See 'mlops models'.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Cancel_EndedRun_IsRefused()
    {
        CliResult result = await home.CallAsync("cancel lifecycle-0001");

        Assert.Equal($"mlops: error: run 'lifecycle-0001' has ended before as succeeded; expected one that has not.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Failed, result.ExitCode);
    }

    [Fact]
    public async Task Resume_NothingUnfinished_AnswersWithTheLastRun()
    {
        CliResult result = await home.CallAsync("resume --output json");

        Assert.Equal("lifecycle-0001", JsonDocument.Parse(result.Out).RootElement.GetProperty("id").GetString());
        Assert.Equal(ExitCodes.Succeeded, result.ExitCode);
    }

    [Fact]
    public async Task Predict_FileAndStandardInput_GiveTheSameScore()
    {
        JsonElement all = JsonDocument.Parse((await home.CallAsync($"predict -o json --file {Shipped.Telco("telco-churn.csv")}")).Out).RootElement;
        string row = FirstRow().ToJsonString();

        CliResult one = await home.CallAsync("predict -o json", row);

        JsonElement prediction = Assert.Single(JsonDocument.Parse(one.Out).RootElement.GetProperty("predictions").EnumerateArray());
        JsonElement first = all.GetProperty("predictions")[0];
        Assert.Equal(first.GetProperty("score").GetDouble(), prediction.GetProperty("score").GetDouble());
        Assert.InRange(first.GetProperty("score").GetDouble(), 0, 1);
        Assert.Equal(File.ReadLines(Shipped.Telco("telco-churn.csv")).Count() - 1, all.GetProperty("predictions").GetArrayLength());
    }

    [Fact]
    public async Task Predict_FieldOfAnotherKind_IsNamed()
    {
        JsonObject row = FirstRow();
        row["tenure"] = "long";

        CliResult result = await home.CallAsync("predict", row.ToJsonString());

        Assert.Equal($"mlops: error: row 1: 'tenure' is \"long\"; expected a number, or null when it is not known.{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Predict_FileAsASpreadsheetWritesIt_GivesTheSameScores()
    {
        string[] lines = [.. File.ReadLines(Shipped.Telco("telco-churn.csv")).Take(4)];
        string[] spreadsheet = [.. lines.Select(line => string.Join(';', line.Split(',').Reverse().Select(cell => cell.StartsWith('"') ? cell : cell.Replace('.', ','))))];
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder["plain.csv"], string.Join('\n', lines));
        await File.WriteAllTextAsync(folder["spreadsheet.csv"], "\uFEFF" + string.Join("\r\n", spreadsheet));

        CliResult plain = await home.CallAsync($"predict -o json --file {folder["plain.csv"]}");

        Assert.Equal(ExitCodes.Succeeded, plain.ExitCode);
        Assert.Equal(plain.Out, (await home.CallAsync($"predict -o json --file {folder["spreadsheet.csv"]}")).Out);
    }

    [Theory]
    [InlineData("", "{file}: the file is empty; expected a header line and rows. Name a file with data.")]
    [InlineData("tenure,contract\n", "{file}: the file has a header line and no rows; expected rows. Name a file with data.")]
    [InlineData("tenure,contract\n1\n", "{file}:2: this line has 1 cells; expected 2, as in the header. Correct the line, or quote cells that hold a ','.")]
    public async Task Predict_FileThatIsNoTable_SaysWhere(string text, string expected)
    {
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder["rows.csv"], text);

        CliResult result = await home.CallAsync($"predict --file {folder["rows.csv"]}");

        Assert.Equal($"mlops: error: {expected.Replace("{file}", folder["rows.csv"], StringComparison.Ordinal)}{Environment.NewLine}", result.Error);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }

    [Fact]
    public async Task Predict_NothingOnStandardInput_SaysSo()
    {
        CliResult result = await home.CallAsync("predict", "");

        Assert.Equal($"mlops: error: standard input is empty; expected a row such as {{\"tenure\": 12, …}}, or an array of rows.{Environment.NewLine}", result.Error);
    }

    // The first data row of the scenario's file: texts, but for the three numbers.
    internal static JsonObject FirstRow()
    {
        string[] lines = [.. File.ReadLines(Shipped.Telco("telco-churn.csv")).Take(2).Select(line => line.Replace("\"", "", StringComparison.Ordinal))];
        JsonObject row = [];
        foreach ((string name, string cell) in lines[0].Split(',').Zip(lines[1].Split(',')).Where(pair => pair.First != "churn"))
            row[name] = name is "tenure" or "monthly_charges" or "total_charges" ? double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) : cell;
        return row;
    }
}
