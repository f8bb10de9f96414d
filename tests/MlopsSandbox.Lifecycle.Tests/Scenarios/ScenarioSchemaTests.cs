using MlopsSandbox.Lifecycle.Scenarios;
using NJsonSchema;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class ScenarioSchemaTests
{
    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Schema_ShippedScenario_HasNothingToSay(string folder) =>
        Assert.Empty(await Problems(await File.ReadAllTextAsync(Path.Combine(folder, "scenario.json"))));

    [Theory]
    [InlineData("\"task\": \"binary-classification\"", "\"task\": \"clustering\"", "#/task")]
    [InlineData("\"name\": \"telco-churn\"", "\"name\": \"Telco Churn\"", "#/name")]
    [InlineData("\"kind\": \"numeric\"", "\"kind\": \"number\"", "#/features")]
    [InlineData("\"positive\": \"Yes\"", "\"positive\": true", "#/label.positive")]
    [InlineData("\"historyShare\": 0.35", "\"historyShare\": 1", "#/division.historyShare")]
    [InlineData("\"falseAlarmBudget\": 0.05", "\"falseAlarmBudget\": 0", "#/monitor.falseAlarmBudget")]
    [InlineData("\"windowDays\": 3", "\"window\": { \"kind\": \"tumbling\" }", "#/monitor.window")]
    [InlineData("\"windowDays\": 3", "\"windowDays\": 3, \"window\": { \"kind\": \"growing\" }", "#/monitor")]
    [InlineData("\"windowDays\": 3", "\"windowDays\": 3, \"schedule\": { \"cron\": \"0 0 * * 1\", \"everyRequests\": 5 }", "#/monitor.schedule")]
    [InlineData("\"windowDays\": 3", "\"windowDays\": 3, \"thresholds\": { \"kind\": \"fixed\" }", "#/monitor.thresholds")]
    [InlineData("\"windowDays\": 3", "\"windowDays\": 3, \"leastChange\": { \"values\": 1 }", "#/monitor.leastChange")]
    [InlineData("\"mirror\": [0, 72]", "\"mirror\": [1]", "#/story.concept")]
    [InlineData("\"driftDay\": 8", "\"driftDay\": 0", "#/story.driftDay")]
    [InlineData("\"minimumLabels\": 900,", "\"minimumLabels\": 900, \"policy\": { \"kind\": \"weekly\" },", "#/retrain.policy")]
    [InlineData("\"delayDays\"", "\"delay\"", "#/labels")]
    [InlineData("\"data\": \"telco-churn.csv\"", "\"data\": \"../telco-churn.csv\"", "#/data")]
    public async Task Schema_BrokenScenario_IsRefusedAtItsPlace(string valid, string broken, string path)
    {
        string content = await File.ReadAllTextAsync(Path.Combine(Shipped.Telco, "scenario.json"));
        Assert.Contains(valid, content, StringComparison.Ordinal);

        IReadOnlyList<string> problems = await Problems(content.Replace(valid, broken, StringComparison.Ordinal));

        Assert.Contains(problems, problem => problem.Contains(path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"window\": { \"kind\": \"sliding\", \"days\": 3 }")]
    [InlineData("\"window\": { \"kind\": \"sliding\", \"rows\": 500 }")]
    [InlineData("\"window\": { \"kind\": \"tumbling\", \"days\": 7 }, \"schedule\": { \"cron\": \"0 0 * * 1\" }")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"fixed\", \"above\": 0.2 }, \"leastChange\": { \"values\": 0.05 }")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"chunks\", \"score\": \"wasserstein\", \"sigmas\": 3 }")]
    [InlineData("\"windowDays\": 3, \"thresholds\": { \"kind\": \"permutation\", \"permutations\": 99999 }")]
    [InlineData("\"window\": { \"kind\": \"growing\" }, \"schedule\": { \"everyRequests\": 500 }")]
    public async Task Schema_EachWayToWatch_HasNothingToSay(string members)
    {
        string content = await File.ReadAllTextAsync(Path.Combine(Shipped.Telco, "scenario.json"));

        Assert.Empty(await Problems(content.Replace("\"windowDays\": 3", members, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Schema_DraftedScenario_HasNothingToSay()
    {
        using TemporaryFolder temporary = new();
        (string folder, _) = ScenarioWriter.Add(temporary.Path, new ScenarioRequest(Path.Combine(Shipped.Telco, "telco-churn.csv"), "churn"));

        Assert.Empty(await Problems(await File.ReadAllTextAsync(Path.Combine(folder, "scenario.json"))));
    }

    public static TheoryData<string> Folders() => [.. Directory.GetDirectories(Shipped.SampleData), Shipped.Phone];

    private static async Task<IReadOnlyList<string>> Problems(string scenario)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Path.Combine(Shipped.SampleData, "scenario.schema.json"));
        return [.. schema.Validate(scenario).Select(problem => problem.ToString())];
    }
}
