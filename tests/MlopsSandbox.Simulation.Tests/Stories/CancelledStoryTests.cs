using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>A story that is cancelled while another thread or process drives it, in each of its phases.</summary>
public sealed class CancelledStoryTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _home = Directory.CreateTempSubdirectory("mlops-cancelled-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task RunAsync_CancelledWhileItsFirstModelIsMade_EndsWithoutADay()
    {
        List<StoryEvent> told = [];
        await using StoryHouse house = new(_home, Remember(told));
        string id = house.Driver.Begin(ShortStory.Of(_home), 7, InjectedDrift.None).Id;
        Task<StoryOutcome?> telling = house.Driver.RunAsync(id, CancellationToken.None);
        await house.Catalog.WaitFor(tx => tx.Runs.OfStory(id).Any(run => run.Stages.Any(stage => stage.Stage == "train")), CancellationToken.None).WaitAsync(Patience);

        StoryRow cancelled = Cancel(house, id);

        Assert.Null(await telling.WaitAsync(Patience));
        Assert.Equal((StoryPhase.Train, 0), (cancelled.Phase, cancelled.Day));
        AssertStands(house, cancelled);
        Assert.Equal(RunStatus.Cancelled, Assert.Single(house.Catalog.Read(tx => tx.Runs.OfStory(id))).Status);
        Assert.IsType<StoryCancelled>(Assert.Single(told));
    }

    [Fact]
    public async Task RunAsync_CancelledWhilePaused_WakesAndEnds()
    {
        TaskCompletionSource paused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using StoryHouse house = new(_home, happened =>
        {
            if (happened is StoryPaused) paused.SetResult();
            return true;
        });
        string id = house.Driver.Begin(ShortStory.Of(_home), 7, InjectedDrift.None, StoryPace.FullSpeed with { IsPaused = true }).Id;
        Task<StoryOutcome?> telling = house.Driver.RunAsync(id, CancellationToken.None);
        await paused.Task.WaitAsync(Patience);

        StoryRow cancelled = Cancel(house, id);

        Assert.Null(await telling.WaitAsync(Patience));
        Assert.Equal((StoryPhase.Serve, 0), (cancelled.Phase, cancelled.Day));
        AssertStands(house, cancelled);
        Assert.Null(house.Catalog.Read(tx => tx.Stories.DriverOf(id)));
        Assert.Null(await house.Driver.RunAsync(id, CancellationToken.None));    // nothing to take up
        Assert.NotNull(house.Catalog.Read(tx => tx.Models.ByAlias(cancelled.ModelName, Lifecycle.Catalog.Models.Champion)));
    }

    [Theory]
    [InlineData(typeof(DayServed), 1, StoryPhase.Check, 1)]     // its check is under way
    [InlineData(typeof(DayChecked), 1, StoryPhase.Serve, 2)]
    [InlineData(typeof(DayChecked), 2, StoryPhase.Judge, 2)]    // the last day: it is about to be judged
    public async Task RunAsync_CancelledBetweenTwoSteps_EndsThereAndIsNotJudged(Type at, int day, string phase, int standsAt)
    {
        StoryHouse house = null!;
        StoryRow? cancelled = null;
        List<StoryEvent> told = [];
        await using (house = new StoryHouse(_home, Watch))
        {
            StoryRow begun = house.Driver.Begin(ShortStory.Of(_home), 7, InjectedDrift.Price);

            Assert.Null(await house.Driver.RunAsync(begun.Id, CancellationToken.None).WaitAsync(Patience));

            Assert.Equal((phase, standsAt), (cancelled!.Phase, cancelled.Day));
            AssertStands(house, cancelled);
            Assert.Equal(120 * (day + 1), house.Catalog.Read(tx => tx.Requests.Count(begun.ModelName)));    // what was served is kept
            Assert.Equal([at, typeof(StoryCancelled)], told.TakeLast(2).Select(happened => happened.GetType()));
        }

        bool Watch(StoryEvent happened)
        {
            told.Add(happened);
            int? seen = happened switch { DayServed served => served.Day, DayChecked done => done.Day, _ => null };
            if (happened.GetType() == at && seen == day) cancelled = Cancel(house, happened.Story.Id);
            return true;
        }
    }

    // Nothing was written to it since, and none of its runs goes on.
    private static void AssertStands(StoryHouse house, StoryRow cancelled)
    {
        Assert.Equal(cancelled, house.Catalog.Read(tx => tx.Stories.Find(cancelled.Id)));
        Assert.Equal(RunStatus.Cancelled, cancelled.Status);
        Assert.NotNull(cancelled.EndedAt);
        Assert.Null(cancelled.Outcome);
        Assert.All(house.Catalog.Read(tx => tx.Runs.OfStory(cancelled.Id)), run => Assert.True(run.HasEnded, $"{run.Id} is {run.Status}"));
    }

    private static Func<StoryEvent, bool> Remember(List<StoryEvent> told) => happened =>
    {
        told.Add(happened);
        return true;
    };

    private static StoryRow Cancel(StoryHouse house, string id) => new StoryControl(house.Catalog).Cancel(id, house.Runs);
}
