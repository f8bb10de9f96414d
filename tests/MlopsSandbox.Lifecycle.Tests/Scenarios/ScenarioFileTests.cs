using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class ScenarioFileTests : IDisposable
{
    internal const string Valid =
        """
        {
          "name": "shop",
          "title": "Shop",
          "task": "binary-classification",
          "data": "shop.csv",
          "label": { "column": "bought", "positive": "yes" },
          "features": [ { "name": "price", "kind": "numeric" }, { "name": "city", "kind": "categorical" } ],
          "goal": "Sell.",
          "successCriteria": [ { "metric": "auc", "atLeast": 0.7 } ],
          "costs": { "currency": "EUR", "falsePositive": 1, "falseNegative": 2.5 },
          "division": { "historyShare": 0.4, "train": 0.8, "validation": 0.1, "test": 0.1 },
          "labels": { "delayDays": 2 },
          "retrain": { "durationDays": 1, "minimumLabels": 300, "train": 0.6, "validation": 0.2, "test": 0.2 },
          "monitor": { "falseAlarmBudget": 0.05, "plannedChecks": 20, "windowDays": 3 },
          "story": { "days": 20 }
        }
        """;

    private readonly TemporaryFolder _temporary = new();
    private readonly string _folder;

    public ScenarioFileTests()
    {
        _temporary.Write("shop/shop.csv", "price,city,bought\n");
        _folder = Path.Combine(_temporary.Path, "shop");
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Read_Policy_IsTheScenariosOwn()
    {
        _temporary.Write("shop/scenario.json", Valid.Replace("\"minimumLabels\": 300,", "\"minimumLabels\": 300, \"policy\": { \"kind\": \"periodic\", \"everyDays\": 30 },", StringComparison.Ordinal));

        Assert.Equal(new PeriodicRule(30), ScenarioFile.Read(_folder).Retrain.Policy.Rule);
    }

    [Fact]
    public void Read_PolicyThatIsNone_IsRefusedAtItsPlace()
    {
        _temporary.Write("shop/scenario.json", Valid.Replace("\"minimumLabels\": 300,", "\"minimumLabels\": 300, \"policy\": { \"kind\": \"perodic\" },", StringComparison.Ordinal));

        Assert.Contains("$.retrain.policy.kind is 'perodic'; expected one of never, periodic", Assert.Single(Assert.Throws<ScenarioException>(() => ScenarioFile.Read(_folder)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ShippedTelcoChurn_SaysWhatTheFileSays()
    {
        Scenario scenario = ScenarioFile.Read(Shipped.Telco);

        Assert.Equal("telco-churn", scenario.Name);
        Assert.Equal(new LabelColumn("churn", "Yes"), scenario.Label);
        Assert.Equal(19, scenario.Features.Count);
        Assert.Equal(new Feature("tenure", FeatureKind.Numeric), scenario.Features[4]);
        Assert.Equal(new Feature("contract", FeatureKind.Categorical), scenario.Features[14]);
        Assert.Equal(new Costs("USD", 50, 500), scenario.Costs);
        Assert.Equal(7043 + 1, File.ReadLines(scenario.DataPath).Count());
    }

    [Fact]
    public void Read_AllSections_AreTakenOver()
    {
        Scenario scenario = Read(Valid);

        Assert.Equal([new Feature("price", FeatureKind.Numeric), new Feature("city", FeatureKind.Categorical)], scenario.Features);
        Assert.Equal([new Criterion("auc", 0.7)], scenario.SuccessCriteria);
        Assert.Equal(new Division(0.4, 0.8, 0.1, 0.1), scenario.Division);
        Assert.Equal(new LabelDelay(2), scenario.Labels);
        Assert.Equal(new RetrainSettings(1, 300, 0.6, 0.2, 0.2), scenario.Retrain);
        Assert.Equal(new MonitorSettings(0.05, 20, 3), scenario.Monitor);
        Assert.Equal(20, scenario.Story!.Value.GetProperty("days").GetInt32());
    }

    [Fact]
    public void Read_LimitOfTheModelsAge_IsTakenOver() => Assert.Equal(90, Read(Valid.Replace("\"windowDays\": 3", "\"windowDays\": 3, \"maximumModelDays\": 90", StringComparison.Ordinal)).Monitor.MaximumModelDays);

    [Fact]
    public void Read_ByteOrderMark_IsPassedOver() => Assert.Equal("shop", Read('\uFEFF' + Valid).Name);

    [Fact]
    public void Read_NoStory_IsNull() => Assert.Null(Read(Valid.Replace(",\n  \"story\": { \"days\": 20 }", "", StringComparison.Ordinal)).Story);

    [Theory]
    [InlineData("\"positive\": \"yes\"", "\"positive\": 1", "6:46: $.label.positive is 1; expected the value that counts as positive, as a text. Change the value.")]
    [InlineData("\"price\", \"kind\": \"numeric\"", "\"price\", \"kind\": \"number\"",
        "7:44: $.features[0].kind is 'number'; expected numeric or categorical. Choose one of the two.")]
    [InlineData("\"metric\": \"auc\"", "\"metric\": \"acc\"",
        "9:36: $.successCriteria[0].metric is 'acc'; expected auc, accuracy, precision, recall, f1. Choose one of them. Did you mean 'auc'?")]
    [InlineData("\"delayDays\": 2", "\"delayDays\": 2.5", "12:28: $.labels.delayDays is 2.5; expected a whole number of days from 0 to 365. Change the number.")]
    [InlineData("\"delayDays\": 2", "\"delayDay\": 2", "12:13: $.labels has no \"delayDays\"; expected a whole number of days from 0 to 365. Add \"delayDays\".")]
    [InlineData("\"validation\": 0.1,", "\"validation\": 0.2,", "11:15: $.division has shares that sum to 1.1; expected train + validation + test = 1. Change one of them.")]
    [InlineData("\"falseAlarmBudget\": 0.05", "\"falseAlarmBudget\": 5",
        "14:36: $.monitor.falseAlarmBudget is 5; expected a probability above 0 and below 1, such as 0.05. Change the number.")]
    [InlineData("\"windowDays\": 3", "\"windowDays\": 3, \"maximumModelDays\": 0",
        "14:100: $.monitor.maximumModelDays is 0; expected a whole number of days from 1 to 100000. Change the number.")]
    [InlineData("binary-classification", "clustering", "4:11: $.task is 'clustering'; expected binary-classification or regression. Choose one of the two.")]
    [InlineData("\"goal\": \"Sell.\"", "\"goal\": \" \"", "8:11: $.goal is empty; expected the business goal in a sentence or two. Write one.")]
    [InlineData("\"city\"", "\"bought\"", "7:57: $.features[1] names 'bought', the label; expected columns that are known before the label is. Remove it from the features.")]
    [InlineData("\"city\"", "\"price\"", "7:57: $.features[1] names 'price' a second time; expected each column once. Remove one of the two.")]
    [InlineData("\"title\": \"Shop\"", "\"title\": \"Shop\", \"title\": \"Mall\"", "3:29: $.title is told a second time; expected each name once. Remove one of the two.")]
    [InlineData("\"name\": \"shop\"", "\"name\": \"Shop\"",
        "2:11: $.name is 'Shop'; expected lower-case words joined by hyphens. Rename the scenario, for example telco-churn.")]
    [InlineData("\"name\": \"shop\"", "\"name\": \"mall\"", "2:11: $.name is 'mall'; expected its folder's name, 'shop'. Rename one of the two.")]
    [InlineData("shop.csv", "../shop.csv", "5:11: $.data is '../shop.csv'; expected a file name without a folder. Put the data beside scenario.json.")]
    public void Read_OneThingWrong_NamesPlaceFoundExpectedAndRemedy(string valid, string broken, string expected)
    {
        ScenarioException problem = Assert.Throws<ScenarioException>(() => Read(Valid.Replace(valid, broken, StringComparison.Ordinal)));

        Assert.Contains($"{Path.Combine(_folder, "scenario.json")}:{expected}", problem.Problems);
    }

    [Fact]
    public void Read_SeveralThingsWrong_TellsAllInTheFilesOrder()
    {
        string broken = Valid.Replace("\"delayDays\": 2", "\"delayDays\": -1", StringComparison.Ordinal)
            .Replace("\"historyShare\": 0.4", "\"historyShare\": 1", StringComparison.Ordinal)
            .Replace("\"title\"", "\"tittle\"", StringComparison.Ordinal);

        ScenarioException problem = Assert.Throws<ScenarioException>(() => Read(broken));

        string[] paths = [.. problem.Problems.Select(text => text.Split(' ')[1])];
        Assert.Equal(["$", "$.tittle", "$.division.historyShare", "$.labels.delayDays"], paths);
        Assert.Contains("Did you mean 'title'?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("{", "1:2")]
    [InlineData("{\n  \"name\": shop\n}", "2:11")]
    [InlineData("{} {}", "1:4")]
    public void Read_NoJson_NamesThePlace(string content, string place)
    {
        ScenarioException problem = Assert.Throws<ScenarioException>(() => Read(content));

        Assert.StartsWith($"{Path.Combine(_folder, "scenario.json")}:{place}: this is not JSON (", Assert.Single(problem.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnArray_IsRefused() =>
        Assert.Contains(":1:1: $ is an array; expected an object.", Assert.Throws<ScenarioException>(() => Read("[1]")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_DataNotThere_NamesTheFile()
    {
        File.Delete(Path.Combine(_folder, "shop.csv"));

        string problem = Assert.Single(Assert.Throws<ScenarioException>(() => Read(Valid)).Problems);

        Assert.EndsWith($"scenario.json:5:11: $.data is 'shop.csv', which is not there; expected a file in {_folder}. Put the data there, or correct the name.",
            problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FolderWithoutFile_SaysWhatAScenarioIs()
    {
        ScenarioException problem = Assert.Throws<ScenarioException>(() => ScenarioFile.Read(_temporary.Path));

        Assert.Equal($"{Path.Combine(_temporary.Path, "scenario.json")}: there is no such file; expected a scenario's folder with a scenario.json. Name a folder that has one.",
            problem.Message);
    }

    [Theory]
    [InlineData("$.story.days", "15:22")]
    [InlineData("$.features[1].kind", "7:83")]
    [InlineData("$.story.missing", "15:12")]
    public void PlaceOf_Path_PointsAtTheValueOrItsParent(string path, string place) =>
        Assert.Equal($"{Path.Combine(_folder, "scenario.json")}:{place}", ScenarioFile.PlaceOf(Read(Valid), path));

    private Scenario Read(string content)
    {
        _temporary.Write("shop/scenario.json", content);
        return ScenarioFile.Read(_folder);
    }
}
