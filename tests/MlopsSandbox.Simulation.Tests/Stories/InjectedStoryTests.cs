using CsCheck;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>A drift that is injected while a story is told makes the world that the story would have had, had it been begun so.</summary>
public sealed class InjectedStoryTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("mlops-injected-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void World_AnySeedKindAndDay_ServesUntilThatDayWhatAQuietStoryServes()
    {
        using SmallScenario small = new("""
            "story": { "days": 10, "requestsPerDay": 12, "driftDay": 4, "price": { "feature": "price", "factor": 2 },
              "segment": { "feature": "plan", "value": "gold", "share": 0.4 } }
            """);
        Scenario scenario = small.Scenario;
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[1, 9], Gen.Int[0, 2].Select(kind => new[] { InjectedDrift.Price, InjectedDrift.Segment, InjectedDrift.All }[kind])).Sample((seed, day, kind) =>
        {
            StoryWorld quiet = StoryWorld.Of(scenario, seed, InjectedDrift.None), drifting = StoryWorld.Of(scenario, seed, kind, day);
            Assert.Equal(day, drifting.Story!.DriftDay);
            for (int before = 0; before < day; before++) Assert.Equal(Rows(quiet, before), Rows(drifting, before));
            if (kind != InjectedDrift.Segment) Assert.NotEqual(Rows(quiet, day), Rows(drifting, day));    // a day may have the new share by chance
        }, iter: 60);
    }

    [Fact]
    public async Task RunAsync_InjectedWhileItIsTold_EndsAsAStoryBegunSoWhateverItsPace()
    {
        Scenario scenario = ShortStory.Of(_home);
        StoryHouse house = null!;
        StoryControl control = null!;
        List<string> told = [];
        await using (house = new StoryHouse(Path.Combine(_home, "house"), Watch))
        {
            control = new StoryControl(house.Catalog);
            StoryOutcome begunSo = await house.Tell(scenario, 7, InjectedDrift.Price);

            // Begun paused; two days are stepped, the drift comes between them, and it is paused in the middle of the last day.
            told.Clear();
            StoryRow story = house.Driver.Begin(scenario, 7, InjectedDrift.None, StoryPace.FullSpeed with { IsPaused = true });
            StoryOutcome injected = await house.Tell(story.Id).WaitAsync(TimeSpan.FromMinutes(2));

            Assert.Equal(begunSo.Hash, injected.Hash);
            Assert.Equal(("price", 1), (injected.Drift.Kind, injected.Drift.InjectedDay));
            Assert.Equal(begunSo.Drift, injected.Drift);
            Assert.Equal(begunSo.Reasons, injected.Reasons);
            Assert.Equal(["paused before 0", "served 0", "checked 0", "paused before 1", "served 1", "checked 1", "served 2", "checked 2", "ended"], told);
            Assert.NotEqual(begunSo.Hash, (await house.Tell(scenario, 7, InjectedDrift.None)).Hash);
        }

        bool Watch(StoryEvent happened)
        {
            bool isControlled = happened.Story.Id == "story-0002";
            told.Add(happened switch
            {
                StoryPaused paused => $"paused before {paused.Story.Day}",
                DayServed served => $"served {served.Day}",
                DayChecked done => $"checked {done.Day}",
                _ => "ended",
            });
            if (isControlled && happened is StoryPaused { Story.Day: 0 }) control.Step(happened.Story.Id, 1);
            if (isControlled && happened is StoryPaused { Story.Day: 1 })
            {
                control.Inject(happened.Story.Id, InjectedDrift.Price);
                control.Speed(happened.Story.Id, 1_000);
                control.Play(happened.Story.Id);
            }
            return true;
        }
    }

    [Fact]
    public async Task RunAsync_PausedInTheMiddleOfADay_EndsThatDayWithAllItsRuns()
    {
        using CancellationTokenSource stop = new();
        StoryControl control = null!;
        StoryPaused? paused = null;
        await using StoryHouse house = new(_home, happened =>
        {
            if (happened is DayServed { Day: 1 } served) control.Pause(served.Story.Id);
            if (happened is StoryPaused now) paused = now;
            return happened is not StoryPaused;
        });
        control = new StoryControl(house.Catalog);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Tell(ShortStory.Of(_home), 7, InjectedDrift.None));

        Assert.Equal((2, StoryPhase.Serve), (paused!.Story.Day, paused.Story.Phase));
        Assert.All(house.Catalog.Read(tx => tx.Runs.OfStory(paused.Story.Id)), run => Assert.Equal(RunStatus.Succeeded, run.Status));
        Assert.Equal(2, house.Catalog.Read(tx => tx.DriftReports.Of(paused.Story.ModelName)).Count);
    }

    private static (int Row, double Price, string? Plan)[] Rows(StoryWorld world, int day)
    {
        Lifecycle.Ingest.Table rows = world.RowsOf(day);
        double[] prices = ((Lifecycle.Ingest.NumericColumn)rows["price"]).Values;
        string?[] plans = ((Lifecycle.Ingest.CategoricalColumn)rows["plan"]).Values;
        return [.. rows.RowIds.Select((row, position) => (row, prices[position], plans[position]))];
    }
}
