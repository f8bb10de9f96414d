using System.Text.Json.Nodes;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>Whole stories through the real stages and the shipped workflows.</summary>
public sealed class StoryDriverTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("mlops-stories-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task RunAsync_TelcoWithAllDrifts_EndsWellAndHonestly()
    {
        await using StoryHouse house = new(_home);

        StoryOutcome outcome = await house.Tell(StoryHouse.Telco, 1, InjectedDrift.All);

        Assert.Empty(outcome.Reasons);
        Assert.True(outcome.Drift.DetectedDay >= outcome.Drift.InjectedDay);
        Assert.True(outcome.Drift.RetrainedDay > outcome.Drift.DetectedDay);
        Assert.True(outcome.Drift.RecoveredDay > outcome.Drift.RetrainedDay);
        Assert.True(outcome.Quality.After > outcome.Quality.WithoutRetrain + 0.15);
        Assert.True(outcome.Cost!.Saved > 0);
        Assert.Equal(StoryCalendar.Invented.EndOf(outcome.Days - 1), new StoryClock(house.Catalog, outcome.Story).GetUtcNow());
        AssertNoRowIsFittedAndMeasured(house, outcome);
        AssertProgressSaysTheSame(house, outcome);
        await AssertARetrainAtDetectionWouldNotHelp(house, outcome);
    }

    [Fact]
    public async Task RunAsync_AnotherTable_EndsWellWithoutALineOfCodeChanged()
    {
        await using StoryHouse house = new(_home);
        StoryOutcome outcome = await house.Tell(StoryHouse.Phone, 1, InjectedDrift.Concept);
        Assert.Empty(outcome.Reasons);
        Assert.Equal("international_plan", outcome.Named[0]);
    }

    [Fact]
    public async Task RunAsync_StoppedInEveryPhaseAndTakenUpElsewhere_EndsAsIfNothingHadHappened()
    {
        Scenario scenario = ShortTelco();
        StoryOutcome undisturbed = await TellUndisturbed(scenario);

        string home = Path.Combine(_home, "disturbed"), story = await StopWhileTraining(home, scenario);
        StoryOutcome? outcome = null;
        for (int stops = 0; outcome is null; stops++)
        {
            Assert.InRange(stops, 0, 20);
            // Each house tells of one or two steps: a day served, with its check under way, or a day checked.
            int seen = 0, stopAfter = 1 + (stops % 2);
            await using StoryHouse house = new(home, _ => ++seen < stopAfter);
            try
            {
                outcome = await house.Tell(story);
            }
            catch (OperationCanceledException)
            {
                // The house is torn down with its jobs under way, and another takes the story up.
            }
        }

        Assert.Equal(undisturbed.Hash, outcome.Hash);
        Assert.Equal(undisturbed.Runs, outcome.Runs);
    }

    [Fact]
    public async Task RunAsync_ASecondStoryInTheSameHome_HasTheSameHash()
    {
        Scenario scenario = ShortTelco();
        await using StoryHouse house = new(_home);
        StoryOutcome first = await house.Tell(scenario, 7, InjectedDrift.None), second = await house.Tell(scenario, 7, InjectedDrift.None), other = await house.Tell(scenario, 8, InjectedDrift.None);

        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(first.Hash, other.Hash);
        Assert.NotEqual(first.Story, second.Story);
    }

    [Fact]
    public async Task RunAsync_NoModelGoodEnough_EndsWithTheReasonAndTellsItAgain()
    {
        await using StoryHouse house = new(_home);

        StoryOutcome first = await house.Tell(ShortTelco(leastAuc: 0.999), 7, InjectedDrift.None);

        Assert.Equal(["No model was deployed: the first candidate did not meet the scenario's success criteria, or its run failed."], first.Reasons);
        Assert.Empty(first.Champions);
        Assert.Equal(RunStatus.Failed, house.Catalog.Read(tx => tx.Stories.Find(first.Story))!.Status);
        StoryOutcome again = await house.Tell(first.Story);
        Assert.Equal((first.Hash, first.Reasons[0]), (again.Hash, again.Reasons[0]));
    }

    [Fact] // 120 requests a day: 200 are passed on the second of three days, 400 on none
    public async Task RunAsync_ChecksEvery200Requests_ServesAllDaysAndChecksOnce()
    {
        await using StoryHouse house = new(_home);

        StoryOutcome outcome = await house.Tell(ShortTelco(schedule: "{ \"everyRequests\": 200 }"), 7, InjectedDrift.None);

        string endpoint = outcome.Champions[0].Model;
        Assert.Equal([StoryCalendar.Invented.EndOf(1)], house.Catalog.Read(tx => tx.DriftReports.Of(endpoint)).Select(report => report.At));
        Assert.Equal(360, house.Catalog.Read(tx => tx.Requests.Count(endpoint)));
        Assert.Equal(StoryCalendar.Invented.EndOf(2), new StoryClock(house.Catalog, outcome.Story).GetUtcNow());
    }

    [Fact]
    public async Task RunAsync_RunsThatWaitForALaterDay_GoOnWhenTheStorysClockIsThere()
    {
        await using StoryHouse house = new(_home, workflows: WorkflowsWithARest("1.06:00:00"));    // 30 hours
        StoryOutcome outcome = await house.Tell(ShortTelco(), 7, InjectedDrift.None);

        RunRow[] monitors = [.. house.Catalog.Read(tx => tx.Runs.OfStory(outcome.Story)).Where(run => run.Workflow == "monitor")];
        Assert.Equal([RunStatus.Succeeded, RunStatus.Waiting, RunStatus.Waiting], monitors.Select(run => run.Status));
        Assert.Equal([StoryCalendar.Invented.EndOf(1).AddHours(30), StoryCalendar.Invented.EndOf(2).AddHours(30)],
            monitors.Skip(1).Select(run => Assert.Single(house.Catalog.Read(tx => tx.Timers.Of(run.Id))).DueAt));
        Assert.Contains(outcome.Reasons, reason => reason.Contains(monitors[1].Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_AStoryThatAnotherProcessTells_IsRefused()
    {
        await using StoryHouse one = new(_home), other = new(_home);
        string story = one.Driver.Begin(ShortTelco(), 7, InjectedDrift.None).Id;
        Task<StoryOutcome> told = one.Tell(story);

        StoryException refused = await Assert.ThrowsAsync<StoryException>(() => other.Driver.RunAsync(story, CancellationToken.None));

        Assert.StartsWith($"{story} is being told by another process", refused.Message, StringComparison.Ordinal);
        Assert.Empty((await told).Reasons);
    }

    [Fact]
    public void Begin_AScenarioThatTellsNoSuchDrift_KeepsNothing()
    {
        using CatalogStore catalog = CatalogStore.Open(_home, TimeProvider.System);
        StoryDriver driver = new(new StoryDriverParts
        {
            Catalog = catalog,
            Artifacts = new ArtifactStore(_home),
            Runs = null!,
            Presence = null!,
            Definitions = _ => throw new InvalidOperationException("nothing is to be started."),
        });

        Assert.Throws<ScenarioException>(() => driver.Begin(StoryHouse.Telco with { Story = null }, 1, InjectedDrift.None));

        Assert.Empty(catalog.Read(tx => tx.Stories.All()));
    }

    // Source rows by id: no model is ever measured on a row that it was fitted on, and nothing that was served was history.
    private static void AssertNoRowIsFittedAndMeasured(StoryHouse house, StoryOutcome outcome)
    {
        RowDivision division = RowDivision.Of(outcome.Seed, StoryHouse.Telco, ScenarioData.Read(StoryHouse.Telco));
        IReadOnlyList<CapturedRequest> requests = Requests(house, outcome);
        Assert.Equal(requests.Count, requests.Select(request => request.RowId).Distinct().Count());
        Assert.Empty(requests.Select(request => request.RowId).Intersect([.. division.Train, .. division.Validation, .. division.Test]));

        IReadOnlySet<int> first = Fit(house, outcome.Champions[0]), second = Fit(house, outcome.Champions[1]);
        Assert.Empty(first.Except(division.Train));
        Assert.Empty(first.Intersect(requests.Select(request => request.RowId)));
        Assert.Empty(second.Except(requests.Where(request => request.ServedAt < StoryCalendar.Invented.EndOf(outcome.Drift.RetrainedDay!.Value)).Select(request => request.RowId)));
        Assert.Empty(second.Intersect(requests.Where(request => request.ModelVersion == 2).Select(request => request.RowId)));
    }

    // The first champion's answers were kept while the story was told; the outcome asks it anew at the end.
    private static void AssertProgressSaysTheSame(StoryHouse house, StoryOutcome outcome)
    {
        StoryProgress progress = StoryProgressReading.Read(house.Catalog, house.Catalog.Read(tx => tx.Stories.Find(outcome.Story))!);
        Assert.Equal(outcome.Quality.Series, progress.Series);
        Assert.Equal(outcome.Drift, progress.Drift);
        Assert.Equal(outcome.Decisions, progress.Decisions);
        Assert.Equal(outcome.Days, progress.ByDay.Count);
        Assert.Contains(progress.ByDay, day => day.Measured is { } measured && measured.Value != measured.WithoutRetrain);
        EstimatedWindow[] estimated = [.. progress.ByDay.Select(day => day.Estimated).OfType<EstimatedWindow>()];
        Assert.Equal(outcome.Days - 1, estimated.Length);    // all but the day at whose end a model takes over that has answered nothing yet
        Assert.All(estimated, window => Assert.InRange(window.Value, window.Low!.Value, window.High!.Value));
    }

    // On the day of detection every label that has arrived is from before the change: from after it there is nothing to learn, and what the
    // others teach is the old world.
    private static async Task AssertARetrainAtDetectionWouldNotHelp(StoryHouse house, StoryOutcome outcome)
    {
        DateTimeOffset detected = StoryCalendar.Invented.EndOf(outcome.Drift.DetectedDay!.Value), changed = StoryCalendar.Invented.StartOf(outcome.Drift.InjectedDay!.Value);
        RunRow fromTheChange = await house.Retrain(outcome, changed, detected), fromAll = await house.Retrain(outcome, StoryCalendar.Invented.Start, detected);
        Assert.Equal((RunStatus.Failed, "too-few-rows"), (fromTheChange.Status, fromTheChange.Stages[0].Error!.Code));

        ContentHash best = fromAll.Stages.Single(stage => stage.Stage == "tune" && stage.Trial is null).Outputs["model"].Hash!.Value;
        CapturedRequest[] after = [.. Requests(house, outcome).Where(request => request.ModelVersion == 2 && request.Label is not null)];
        double[] scores = ModelPackage.Load(house.Artifacts.Get(best)).Score(CapturedTable.From(after, StoryHouse.Telco.Features));
        double auc = RocAuc.Of(scores, [.. after.Select(request => Classes.IsPositive(request.Label!.Value))]).Value;
        double regained = (auc - outcome.Quality.During!.Value) / (outcome.Quality.Before!.Value - outcome.Quality.During.Value);
        Assert.True(regained < 0.5, FormattableString.Invariant($"a retrain on the labels of the day of detection regained {regained:0.00} of the loss"));
    }

    private static IReadOnlyList<CapturedRequest> Requests(StoryHouse house, StoryOutcome outcome) =>
        house.Catalog.Read(tx => tx.Requests.Between(outcome.Champions[0].Model, StoryCalendar.Invented.Start, StoryCalendar.Invented.StartOf(outcome.Days)));

    private static IReadOnlySet<int> Fit(StoryHouse house, ModelVersion model) => ModelPackage.Load(house.Artifacts.Get(model.Sha256)).FitRowIds;

    private async Task<StoryOutcome> TellUndisturbed(Scenario scenario)
    {
        await using StoryHouse house = new(Path.Combine(_home, "undisturbed"));
        return await house.Tell(scenario, 7, InjectedDrift.Price);
    }

    private static async Task<string> StopWhileTraining(string home, Scenario scenario)
    {
        await using StoryHouse house = new(home);
        string story = house.Driver.Begin(scenario, 7, InjectedDrift.Price).Id;
        using CancellationTokenSource stop = new();
        Task<StoryOutcome> told = house.Tell(story, stop.Token);
        await house.Catalog.WaitFor(tx => tx.Runs.OfStory(story).Any(run => run.Stages.Any(stage => stage.Stage == "train")), CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => told);
        return story;
    }

    // The monitor rests between its check and what follows from it.
    private string WorkflowsWithARest(string timeSpan)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_home, "resting")).FullName, shipped = Path.Combine(StoryHouse.Repository, "workflows");
        foreach (string file in Directory.EnumerateFiles(shipped, "*.json")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        JsonNode monitor = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "monitor.json")))!;
        JsonArray connections = monitor["root"]!["connections"]!.AsArray();
        connections.Single(arrow => arrow!["source"]!["activity"]!.GetValue<string>() == "monitor")!["target"]!["activity"] = "rest";
        connections.Add(JsonNode.Parse("""{ "source": { "activity": "rest", "port": "Done" }, "target": { "activity": "retrain-due", "port": "In" } }"""));
        monitor["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
            $$"""{ "id": "rest", "type": "Elsa.Delay", "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "{{timeSpan}}" } } }"""));
        File.WriteAllText(Path.Combine(folder, "monitor.json"), monitor.ToJsonString());
        return folder;
    }

    private Scenario ShortTelco(double leastAuc = 0.65, string? schedule = null) => ShortStory.Of(_home, leastAuc, schedule);
}
