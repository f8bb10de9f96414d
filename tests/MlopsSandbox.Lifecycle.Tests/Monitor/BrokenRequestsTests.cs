using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;

namespace MlopsSandbox.Lifecycle.Tests.Monitor;

/// <summary>Whatever becomes of the requests, a check ends with a report that says what is wrong: no exception, and no "no drift" where nothing could be judged.</summary>
public sealed class BrokenRequestsTests(TelcoCustomers telco) : IClassFixture<TelcoCustomers>, IDisposable
{
    private const string Number = "monthly_charges", Category = "contract";
    private readonly string _home = Directory.CreateTempSubdirectory("broken-requests").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Theory]
    [InlineData(Number)]
    [InlineData(Category)]
    public void Execute_VanishedColumn_IsDriftOfItsMissingShareAndOfNothingElse(string name) =>
        Assert.Equal([$"{name} missing-share"], Drifted(Check(request => Without(request, name))));

    [Theory]
    [InlineData(Number)]
    [InlineData(Category)]
    public void Execute_AllMissing_IsTheSame(string name) =>
        Assert.Equal([$"{name} missing-share"], Drifted(Check(request => With(request, name, (string?)null))));

    [Fact]
    public void Execute_NumberBecameText_IsDriftOfItsMissingShareAndAFindingOfItsType()
    {
        JsonElement report = Check(request => With(request, Number, "70,35"));

        Assert.Equal([$"{Number} missing-share"], Drifted(report));
        Assert.Contains($"dataQuality {Number} type", Found(report));
    }

    [Fact]
    public void Execute_CategoryBecameNumber_IsDriftOfItsUnseenShare() => Assert.Equal([$"{Category} unseen-share"], Drifted(Check(request => With(request, Category, 1))));

    [Fact]
    public void Execute_CategoryBecameObject_IsDriftOfItsMissingShareAndAFindingOfItsType()
    {
        JsonElement report = Check(request => With(request, Category, new { months = 12 }));

        Assert.Equal([$"{Category} missing-share"], Drifted(report));
        Assert.Contains($"dataQuality {Category} type", Found(report));
    }

    [Fact]
    public void Execute_NumberBeyondADouble_CountsAsMissing() =>
        Assert.Equal([$"{Number} missing-share"], Drifted(Check(request => With(request, Number, JsonDocument.Parse("1e999").RootElement))));

    [Fact]
    public void Execute_ConstantNumber_IsDrift() => Assert.Equal([$"{Number} ks"], Drifted(Check(request => With(request, Number, 70.35))));

    [Fact]
    public void Execute_EachRowACategoryOfItsOwn_IsDriftOfItsUnseenShare() =>
        Assert.Equal([$"{Category} unseen-share"], Drifted(Check(request => With(request, Category, $"contract {request.Sequence}"))));

    [Fact]
    public void Execute_NewColumn_IsAFindingAndNoDrift()
    {
        JsonElement report = Check(request => With(request, "surprise", 1));

        Assert.Empty(Drifted(report));
        Assert.Contains("dataQuality request members", Found(report));
    }

    [Fact]
    public void Execute_NoRequests_JudgesNothingAndSaysSo()
    {
        JsonElement report = Check(_ => null);

        Assert.Equal((false, 0), (report.GetProperty("drifted").GetBoolean(), report.GetProperty("features").GetArrayLength()));
        Assert.Contains("Requests in the window: 0; features and predictions are judged from 100 on.", Notes(report));
        Assert.Contains("0 positive and 0 negative labels have arrived; quality is judged from 10 of each on.", Notes(report));
    }

    [Fact]
    public void Execute_OneRequest_JudgesNothingAndSaysSo() =>
        Assert.Contains("Requests in the window: 1; features and predictions are judged from 100 on.", Notes(Check(request => request.Sequence == 900 ? request : null)));

    [Fact]
    public void Execute_LabelsThatNeverArrive_LeaveQualityUnjudgedAndAreFoundOverdue()
    {
        JsonElement report = Check(request => request with { Label = null });

        Assert.DoesNotContain(report.GetProperty("features").EnumerateArray(), feature => feature.GetProperty("name").GetString() == "quality");
        Assert.Contains("0 positive and 0 negative labels have arrived; quality is judged from 10 of each on.", Notes(report));
        Assert.Contains("operations labels overdue", Found(report));
    }

    [Fact]
    public void Execute_ScoresThatAreNoNumbers_AreToldAndLeaveTheFeaturesAlone()
    {
        JsonElement report = Check(request => request with { Score = double.NaN });

        Assert.Equal(["prediction missing-share"], Drifted(report));
        Assert.Equal(telco.Scenario.Features.Count, report.GetProperty("features").EnumerateArray().Count(feature => feature.GetProperty("kind").GetString() == "feature"));
    }

    [Fact]
    public void Execute_ClockBeforeTheDeployment_SaysThatNothingServesThen()
    {
        StageException refused = Assert.Throws<StageException>(() => Execute(request => request, TelcoStory.Begin.AddDays(-1)));

        Assert.Equal("no-deployment", refused.Code);
        Assert.Contains("serves no model at 2025-12-31 00:00 (simulated time)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]  // as after a restored backup: the requests of days that are yet to come are not looked at
    public void Execute_ClockWentBack_JudgesWhatWasServedByThen()
    {
        Assert.Equal(Check(request => request, day: 5).GetRawText(), Check(request => request.ServedAt < TelcoStory.Begin.AddDays(6) ? request : null, day: 5).GetRawText());
    }

    private JsonElement Check(Func<CapturedRequest, CapturedRequest?> kept, int day = 9) => ((DriftChecked)Execute(kept, TelcoStory.Begin.AddDays(day + 1)).Effects[0]).Report;

    private StageCompleted Execute(Func<CapturedRequest, CapturedRequest?> kept, DateTimeOffset at)
    {
        TelcoStory story = new(telco.Rows, 8, rows => rows);
        ArtifactStore artifacts = new(_home);
        return CheckOfADay.Execute(telco.Scenario, artifacts, new RememberedEndpoint("telco-churn", story, artifacts.Put(BaselineJson.Write(story.Baseline))) { Kept = kept }, at);
    }

    private static CapturedRequest Without(CapturedRequest request, string name) =>
        request with { Features = request.Features.Where(feature => feature.Key != name).ToDictionary(feature => feature.Key, feature => feature.Value) };

    private static CapturedRequest With<T>(CapturedRequest request, string name, T value) =>
        request with { Features = new Dictionary<string, JsonElement>(request.Features) { [name] = JsonSerializer.SerializeToElement(value) } };

    private static IEnumerable<string> Drifted(JsonElement report) => report.GetProperty("features").EnumerateArray()
        .Where(feature => feature.GetProperty("drifted").GetBoolean())
        .Select(feature => $"{feature.GetProperty("name").GetString()} {feature.GetProperty("test").GetString()}");

    private static IEnumerable<string> Found(JsonElement report) => report.GetProperty("monitors").EnumerateArray()
        .SelectMany(monitor => monitor.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("found").GetBoolean())
            .Select(finding => $"{monitor.GetProperty("monitor").GetString()} {finding.GetProperty("subject").GetString()} {finding.GetProperty("measure").GetString()}"));

    private static IEnumerable<string?> Notes(JsonElement report) => report.GetProperty("notes").EnumerateArray().Select(note => note.GetString());
}
