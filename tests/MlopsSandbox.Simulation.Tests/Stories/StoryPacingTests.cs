using Microsoft.Extensions.Time.Testing;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Simulation.Clock;
using MlopsSandbox.Simulation.Stories;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>When the next day may be served, by a clock that the test moves.</summary>
public sealed class StoryPacingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _home = Directory.CreateTempSubdirectory("mlops-pace-").FullName;
    private readonly CatalogStore _catalog;
    private readonly StoryControl _control;
    private readonly FakeTimeProvider _time = new();
    private readonly List<int> _pauses = [];
    private readonly string _story;
    private readonly StoryPacing _pacing;

    public StoryPacingTests()
    {
        _catalog = CatalogStore.Open(_home, TimeProvider.System);
        _control = new StoryControl(_catalog);
        _story = _catalog.Write(tx => tx.Stories.Begin("small", "/small", 1, "none", StoryPhase.Serve, StoryCalendar.Invented.Start)).Id;
        _pacing = new StoryPacing(_catalog, _time, _story);
    }

    public void Dispose()
    {
        _catalog.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task UntilAllowed_FullSpeed_NeverWaits()
    {
        await Next().WaitAsync(Patience);
        _pacing.Served(1);
        await Next().WaitAsync(Patience);
    }

    [Fact]
    public async Task UntilAllowed_TwoDaysASecond_GivesEachDayHalfASecondFromWhenItBegan()
    {
        _control.Speed(_story, 2);
        await Next().WaitAsync(Patience);
        _time.Advance(TimeSpan.FromMilliseconds(100));    // the day is served and checked
        _pacing.Served(1);

        Assert.Equal(TimeSpan.FromMilliseconds(400), Left());
        Task next = Next();
        _time.Advance(TimeSpan.FromMilliseconds(399));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await next.WaitAsync(Patience);
        Assert.Empty(_pauses);
    }

    [Fact]
    public async Task UntilAllowed_DaysServedTogether_LastAsLongAsAllOfThem()
    {
        _control.Speed(_story, 10);
        await Next().WaitAsync(Patience);
        _pacing.Served(30);

        Assert.Equal(TimeSpan.FromSeconds(3), Left());
        _time.Advance(TimeSpan.FromSeconds(2.999));
        Assert.Equal(TimeSpan.FromMilliseconds(1), Left());
        _time.Advance(TimeSpan.FromSeconds(1));
        await Next().WaitAsync(Patience);
    }

    [Fact]
    public async Task UntilAllowed_SpeedChangedMeanwhile_CountsByTheNewOne()
    {
        _control.Speed(_story, 0.001);
        await Next().WaitAsync(Patience);
        _pacing.Served(1);
        Task next = Next();

        _control.Speed(_story, null);

        await next.WaitAsync(Patience);
    }

    [Fact]
    public async Task UntilAllowed_Paused_SaysSoOnceAndWaitsUntilItPlays()
    {
        _control.Pause(_story);
        Task next = Next();
        _control.Speed(_story, 3);    // wakes it, and leaves it paused
        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(next.IsCompleted);

        _control.Play(_story);

        await next.WaitAsync(Patience);
        Assert.Equal([0], _pauses);
    }

    [Fact]
    public async Task UntilAllowed_Stepping_GoesOnAtOnceWhateverTheSpeed()
    {
        _control.Speed(_story, 0.001);
        await Next().WaitAsync(Patience);
        _pacing.Served(1);
        _control.Step(_story, 2);

        await Next().WaitAsync(Patience);

        Assert.Empty(_pauses);
    }

    [Fact]
    public async Task UntilAllowed_CancelledWhilePausedOrKeepingItsSpeed_WakesAndAllowsNothing()
    {
        _control.Speed(_story, 0.001);
        Assert.True(await Next().WaitAsync(Patience));
        _pacing.Served(1);
        Task<bool> slow = Next(), paused = new StoryPacing(_catalog, _time, Paused()).UntilAllowed(_ => { }, CancellationToken.None);
        Assert.False(slow.IsCompleted || paused.IsCompleted);

        _catalog.Write(tx => { foreach (StoryRow story in tx.Stories.All()) tx.Stories.Cancel(story.Id); });

        Assert.False(await slow.WaitAsync(Patience));
        Assert.False(await paused.WaitAsync(Patience));
    }

    [Fact]
    public async Task UntilAllowed_GivenUp_Throws()
    {
        _control.Pause(_story);
        using CancellationTokenSource stop = new();
        Task next = _pacing.UntilAllowed(_ => { }, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private TimeSpan Left() => _pacing.LeftOf(_catalog.Read(tx => tx.Stories.Find(_story)!.Pace));

    private string Paused() => _catalog.Write(tx =>
        tx.Stories.Begin("small", "/small", 1, "none", StoryPhase.Serve, StoryCalendar.Invented.Start, StoryPace.FullSpeed with { IsPaused = true })).Id;

    private Task<bool> Next() => _pacing.UntilAllowed(story => _pauses.Add(story.Day), CancellationToken.None);
}
