using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>What can be asked of a story of ten days, and what is refused; nobody drives it.</summary>
public sealed class StoryControlTests : IDisposable
{
    private const string Story = """
        "story": { "days": 10, "requestsPerDay": 20, "driftDay": 4,
          "price": { "feature": "price", "factor": 1.25 }, "segment": { "feature": "plan", "value": "gold", "share": 0.9 } }
        """;

    private readonly string _home = Directory.CreateTempSubdirectory("mlops-control-").FullName;
    private readonly SmallScenario _small = new(Story);
    private readonly CatalogStore _catalog;
    private readonly StoryControl _control;

    public StoryControlTests()
    {
        _catalog = CatalogStore.Open(_home, TimeProvider.System);
        _control = new StoryControl(_catalog);
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _small.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public void Pace_PlayPauseStepAndSpeed_AreKept()
    {
        string story = Begin();

        Assert.Equal(new StoryPace(true, null, 0), _control.Pause(story).Pace);
        Assert.Equal(new StoryPace(true, 2.5, 0), _control.Speed(story, 2.5).Pace);
        Assert.Equal(new StoryPace(true, 2.5, 2), _control.Step(story, 2).Pace);
        Assert.Equal(new StoryPace(true, 2.5, 3), _control.Step(story, 1).Pace);
        Assert.Equal(new StoryPace(false, 2.5, 0), _control.Play(story).Pace);
        Assert.Equal(new StoryPace(true, 2.5, 1), _control.Step(story, 1).Pace);
        Assert.Equal(new StoryPace(true, 2.5, 0), _control.Pause(story).Pace);
        Assert.Equal(StoryPace.FullSpeed with { IsPaused = true }, _control.Speed(story, null).Pace);
    }

    [Theory]
    [InlineData(StoryPhase.Train, 0, 1)]    // on day 0 nothing can have changed: the model has nothing to be compared with
    [InlineData(StoryPhase.Serve, 4, 4)]
    [InlineData(StoryPhase.Check, 4, 5)]
    public void Inject_NoDayNamed_ChangesTheWorldFromTheNextUnservedDayOn(string phase, int day, int expected)
    {
        string story = Begin(phase: phase, day: day);

        StoryRow drifting = _control.Inject(story, InjectedDrift.Price);

        Assert.Equal(("price", expected), (drifting.Drift, drifting.DriftDay));
        Assert.Equal(drifting, _catalog.Read(tx => tx.Stories.Find(story)));
    }

    [Fact]
    public void Inject_ALaterDay_IsTakenAndNoSecondDriftIs()
    {
        string story = Begin();
        Assert.Equal(7, _control.Inject(story, InjectedDrift.Price, 7).DriftDay);
        Refuses(() => _control.Inject(story, InjectedDrift.Price, 8), story, $"{story} has a drift: 'price' was injected from day 7 on; expected a story without one. Begin another with drift none.");
    }

    [Fact]
    public void Inject_BegunWithADrift_IsRefused()
    {
        string story = Begin(drift: "all");
        Refuses(() => _control.Inject(story, InjectedDrift.Price), story, $"{story} has a drift: it was begun with 'all'; expected a story without one. Begin another with drift none.");
    }

    [Theory]
    [InlineData(InjectedDrift.Concept, "concept")]
    [InlineData(InjectedDrift.None, "none")]
    [InlineData(InjectedDrift.Real, "real")]
    public void Inject_AKindThatIsNotTold_NamesThoseThatAre(InjectedDrift kind, string word)
    {
        string story = Begin();
        Refuses(() => _control.Inject(story, kind), story, $"{story}: scenario small tells no '{word}'; expected one of price, segment, all. Choose one of them.");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void Inject_ADayThatIsServedOrNotInTheStory_IsRefused(int day)
    {
        string story = Begin(phase: StoryPhase.Check, day: 4);
        Refuses(() => _control.Inject(story, InjectedDrift.Price, day), story, $"{story}: day is {day}; expected a day that is not served yet, 5 to 9. Leave it out for the next one.");
    }

    [Fact]
    public void Inject_TheLastDayIsServed_SaysThatNoneIsLeft()
    {
        string story = Begin(phase: StoryPhase.Check, day: 9);
        Refuses(() => _control.Inject(story, InjectedDrift.Price), story, $"{story} has served the last of its 10 days; expected a day that is still to come. Begin another.");
    }

    [Fact]
    public void Inject_ASegmentThatTheRowsThatAreLeftCannotServe_ChangesNothing()
    {
        string story = Begin();    // a quarter of 300 rows in the reserve is gold; nine days at nine tenths need 162

        StoryException refused = Assert.Throws<StoryException>(() => _control.Inject(story, InjectedDrift.Segment));

        Assert.StartsWith($"{story} cannot tell 'segment' from day 1 on: {_small.Scenario.Folder}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the story needs 162 rows of the segment 'gold' left in the reserve on the drift day; found ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Or inject another kind, or on a later day.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("none", null), _catalog.Read(tx => tx.Stories.Find(story)) is var row ? (row!.Drift, row.DriftDay) : default);
        Assert.Equal(9, _control.Inject(story, InjectedDrift.Segment, 9).DriftDay);
    }

    [Fact]
    public void Inject_RealDays_TakeNone()
    {
        string shipped = Path.Combine(StoryHouse.Repository, "sample-data", "transit-ridership");
        string story = _catalog.Write(tx => tx.Stories.Begin("transit-ridership", shipped, 1, "real", StoryPhase.Serve, StoryCalendar.Invented.Start)).Id;
        Refuses(() => _control.Inject(story, InjectedDrift.Price), story,
            $"{story} replays real days of transit-ridership, which take no injected drift; expected a story of made-up days. Begin one of another scenario.");
    }

    [Theory]
    [InlineData(RunStatus.Succeeded, "succeeded")]
    [InlineData(RunStatus.Cancelled, "cancelled")]
    public void Anything_AStoryThatHasEnded_IsRefused(RunStatus status, string word)
    {
        string story = Begin();
        _catalog.Write(tx => tx.Stories.Save(tx.Stories.Find(story)! with { Phase = StoryPhase.Done, Status = status }));
        string expected = $"{story} has ended ({word}); expected one that is still told. Begin another.";
        Refuses(() => _control.Play(story), story, expected);
        Refuses(() => _control.Pause(story), story, expected);
        Refuses(() => _control.Step(story, 1), story, expected);
        Refuses(() => _control.Speed(story, 1), story, expected);
        Refuses(() => _control.Cancel(story, null!), story, expected);
        Refuses(() => _control.Inject(story, InjectedDrift.Price), story, expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(1_001)]
    public void Speed_OutOfRange_IsRefused(double speed)
    {
        string story = Begin();
        FormatException refused = Assert.Throws<FormatException>(() => _control.Speed(story, speed));
        Assert.Equal(FormattableString.Invariant($"speed is {speed}; expected simulated days a second, 0.001 to 1000, such as 2, or none for full speed."), refused.Message);
    }

    [Fact]
    public void Step_NoDays_IsRefused() => Assert.Equal(
        "days is 0; expected 1 to 400 simulated days, such as 1.", Assert.Throws<FormatException>(() => _control.Step(Begin(), 0)).Message);

    private void Refuses(Action act, string story, string message)
    {
        StoryRow before = _catalog.Read(tx => tx.Stories.Find(story))!;
        Assert.Equal(message, Assert.Throws<StoryException>(act).Message);
        Assert.Equal(before, _catalog.Read(tx => tx.Stories.Find(story)));
    }

    private string Begin(string drift = "none", string phase = StoryPhase.Serve, int day = 0) => _catalog.Write(tx =>
    {
        StoryRow story = tx.Stories.Begin(_small.Scenario.Name, _small.Scenario.Folder, 1, drift, phase, StoryCalendar.Invented.Start);
        tx.Stories.Save(story with { Day = day });
        return story.Id;
    });
}
