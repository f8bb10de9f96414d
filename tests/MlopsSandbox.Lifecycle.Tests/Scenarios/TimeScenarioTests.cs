using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class TimeScenarioTests : IDisposable
{
    private const string Valid =
        """
        {
          "name": "rides", "title": "Rides", "task": "regression", "data": "rides.csv",
          "time": { "column": "day", "holidays": [ { "name": "May Day", "month": 5, "day": 1 }, { "name": "Thanks", "month": 11, "weekday": "thursday", "week": 4 } ] },
          "label": { "column": "rides" },
          "features": [ { "name": "weekday", "kind": "categorical", "calendar": "weekday" }, { "name": "before", "kind": "numeric", "lag": { "days": 14, "count": 3, "every": 7 } } ],
          "naiveForecast": "before",
          "goal": "Plan.",
          "successCriteria": [ { "metric": "mae", "atMost": 2.5 }, { "metric": "skill", "atLeast": 0.1 } ],
          "division": { "historyUntil": "2006-01-01", "train": 0.8, "validation": 0.1, "test": 0.1 },
          "labels": { "delayDays": 14 },
          "retrain": { "durationDays": 1, "minimumLabels": 28, "train": 0.8, "validation": 0.1, "test": 0.1, "policy": { "kind": "drift", "data": { "kind": "all" } } },
          "monitor": { "falseAlarmBudget": 0.12, "plannedChecks": 12, "windowDays": 91, "watch": ["quality"], "qualityTest": "bias" }
        }
        """;

    private readonly TemporaryFolder _temporary = new();
    private readonly string _folder;

    public TimeScenarioTests()
    {
        _temporary.Write("rides/rides.csv", "day,rides\n");
        _folder = Path.Combine(_temporary.Path, "rides");
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Read_ARegressionWithDays_SaysWhatTheFileSays()
    {
        Scenario scenario = Read(Valid);

        Assert.Equal(PredictionTask.Regression, scenario.Task);
        Assert.Equal(new LabelColumn("rides", null), scenario.Label);
        Assert.Equal([new DateHoliday("May Day", 5, 1), new WeekdayHoliday("Thanks", 11, DayOfWeek.Thursday, 4, 0)], scenario.Time!.Holidays);
        Assert.Equal(new CalendarDerivation(CalendarPart.Weekday), scenario.Derived["weekday"]);
        Assert.Equal(new LagDerivation(14, 3, 7), scenario.Derived["before"]);
        Assert.Equal([new Criterion("mae", null, 2.5), new Criterion("skill", 0.1)], scenario.SuccessCriteria);
        Assert.Equal(new DateOnly(2006, 1, 1), scenario.Division.HistoryUntil);
        Assert.Equal("all", scenario.Retrain.Policy.Data.Kind);
        Assert.Equal([WatchedPart.Quality], scenario.Monitor.Watches);
        Assert.Equal(QualityTest.Bias, scenario.Monitor.Quality);
        Assert.Equal(Costs.None, scenario.Costs);
    }

    [Theory]
    [InlineData("\"column\": \"rides\" }", "\"column\": \"rides\", \"positive\": \"yes\" }", "4:42: $.label.positive is a name that nothing reads; expected column. Remove it, or correct its spelling.")]
    [InlineData("\"days\": 14,", "\"days\": 7,", "5:129: $.features[1].lag reaches back 7 days; expected at least 14, the labels' delay. Raise days, as a younger label is not known yet when it is asked for.")]
    [InlineData("\"calendar\": \"weekday\"", "\"calendar\": \"week\"", "5:74: $.features[0].calendar is 'week'; expected weekday, month, holiday, dayOfYear. Choose one of them. Did you mean 'weekday'?")]
    [InlineData("\"metric\": \"mae\", \"atMost\": 2.5", "\"metric\": \"mae\", \"atLeast\": 2.5", "8:26: $.successCriteria[0] has no \"atMost\"; expected an error of 0 or more. Add \"atMost\".")]
    [InlineData("2006-01-01", "2006-02-30", "9:37: $.division.historyUntil is '2006-02-30'; expected the first day of the traffic, such as 2006-01-01. Write a day that exists as year, month and day.")]
    [InlineData("\"month\": 5, \"day\": 1", "\"month\": 4, \"day\": 31", "3:89: $.time.holidays[0].day is 31; expected a whole number of that month, in a leap year from 1 to 30. Change the number.")]
    [InlineData("\"week\": 4", "\"week\": 5", "3:166: $.time.holidays[1].week is 5; expected 1 to 4, or -1 for the last of the month. Change the number.")]
    [InlineData("\"naiveForecast\": \"before\"", "\"naiveForecast\": \"weekday\"", "6:20: $.naiveForecast is 'weekday'; expected a numeric feature: before. Name one of them.")]
    [InlineData("\"watch\": [\"quality\"]", "\"watch\": [\"labels\"]", "12:99: $.monitor.watch[0] is labels; expected features, prediction, quality. Choose among them.")]
    public void Read_OneThingWrong_NamesPlaceFoundExpectedAndRemedy(string valid, string broken, string expected)
    {
        string problems = string.Join('\n', Assert.Throws<ScenarioException>(() => Read(Valid.Replace(valid, broken, StringComparison.Ordinal))).Problems);

        string text = expected[(expected.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        Assert.Contains(text, problems, StringComparison.Ordinal);
        Assert.Matches(@"scenario\.json:\d+:\d+: \$", problems);
    }

    private Scenario Read(string text)
    {
        _temporary.Write("rides/scenario.json", text);
        return ScenarioFile.Read(_folder);
    }
}
