using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class StoriesTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly TestProcess _first;
    private readonly StoryRow _story;

    public StoriesTests()
    {
        _first = _home.NewProcess();
        _story = Begin("telco-churn");
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Begin_Each_HasAModelGroupOfItsOwn()
    {
        Assert.Equal(("story-0001", "telco-churn-0001"), (_story.Id, _story.ModelName));
        Assert.Equal("telco-churn-0002", Begin("telco-churn").ModelName);
        Assert.Equal("phone-churn-0001", Begin("phone-churn").ModelName);
    }

    [Fact]
    public void Named_AllStories_NewestFirst()
    {
        Begin("phone-churn");
        Assert.Equal([("story-0002", "phone-churn"), ("story-0001", "telco-churn")], _first.Catalog.Read(tx => tx.Stories.Named()));
    }

    [Fact]
    public void Save_WhereItStands_ReadsBack()
    {
        StoryRow moved = _story with
        {
            Day = 4, Phase = "check", SimulatedAt = TestProcess.Start.AddDays(5), Status = RunStatus.Succeeded,
            State = JsonSerializer.SerializeToElement(new { served = 240 }), Outcome = JsonSerializer.SerializeToElement(new { success = true }),
        };
        _first.Catalog.Write(tx => tx.Stories.Save(moved));
        StoryRow read = _first.Catalog.Read(tx => tx.Stories.Find(_story.Id))!;
        Assert.NotNull(read.EndedAt);
        Assert.Equal((4, "check", TestProcess.Start.AddDays(5), RunStatus.Succeeded), (read.Day, read.Phase, read.SimulatedAt, read.Status));
        Assert.Equal(("""{"served":240}""", """{"success":true}"""), (read.State!.Value.GetRawText(), read.Outcome!.Value.GetRawText()));
    }

    [Fact]
    public void Cancel_WhereItStands_EndsItAndNothingIsWrittenOverIt()
    {
        _first.Catalog.Write(tx => tx.Stories.Save(_story with { Day = 4, Phase = "serve" }));
        _first.Catalog.Write(tx => tx.Stories.SetPace(_story.Id, new StoryPace(IsPaused: true, DaysPerSecond: null, StepDays: 3)));
        Assert.True(_first.Catalog.Write(tx => tx.Stories.Cancel(_story.Id)));
        StoryRow cancelled = Found();

        Assert.Equal((RunStatus.Cancelled, 4, "serve", 0), (cancelled.Status, cancelled.Day, cancelled.Phase, cancelled.Pace.StepDays));
        Assert.NotNull(cancelled.EndedAt);
        Assert.Null(cancelled.Outcome);
        Assert.False(_first.Catalog.Write(tx => tx.Stories.Save(_story with { Day = 5 })));
        Assert.False(_first.Catalog.Write(tx => tx.Stories.Save(_story with { Status = RunStatus.Succeeded, Outcome = JsonSerializer.SerializeToElement(new { success = true }) })));
        Assert.False(_first.Catalog.Write(tx => tx.Stories.Fail(_story.Id, "its data is gone")));
        Assert.False(_first.Catalog.Write(tx => tx.Stories.Cancel(_story.Id)));
        Assert.Equal(cancelled, Found());
    }

    [Fact]
    public void Cancel_OneThatEndedByItself_ChangesNothing()
    {
        _first.Catalog.Write(tx => tx.Stories.Save(_story with { Status = RunStatus.Failed }));
        Assert.False(_first.Catalog.Write(tx => tx.Stories.Cancel(_story.Id)));
        Assert.Equal((RunStatus.Failed, false), (Found().Status, _first.Catalog.Read(tx => tx.Stories.IsCancelled(_story.Id))));
    }

    [Fact]
    public void Save_NoSuchStory_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => _first.Catalog.Write(tx => tx.Stories.Save(_story with { Id = "story-0009" })));

    [Fact]
    public void TryDrive_AnotherLives_IsRefusedUntilItDies()
    {
        TestProcess second = _home.NewProcess();
        Assert.True(TryDrive(_first));
        Assert.True(TryDrive(_first));
        Assert.False(TryDrive(second));
        _first.Die();
        Assert.True(TryDrive(second));
        second.Catalog.Write(tx => tx.Stories.StopDriving(_story.Id, second.Bridge.Presence.Owner));
        Assert.Null(second.Catalog.Read(tx => tx.Stories.DriverOf(_story.Id)));
    }

    [Fact]
    public void SetPace_StepsAndSpeed_ReadBackAndDaysThatWereServedCountDown()
    {
        StoryPace pace = new(IsPaused: true, DaysPerSecond: 0.5, StepDays: 3);
        _first.Catalog.Write(tx => tx.Stories.SetPace(_story.Id, pace));
        Assert.Equal(pace, Found().Pace);

        _first.Catalog.Write(tx => tx.Stories.Stepped(_story.Id, 2));
        Assert.Equal(1, Found().Pace.StepDays);
        _first.Catalog.Write(tx => tx.Stories.Stepped(_story.Id, 2));
        Assert.Equal(0, Found().Pace.StepDays);
    }

    [Fact]
    public void SetPace_OfAStoryThatFailed_ClearsItsErrorOnlyWhenItMayGoOn()
    {
        _first.Catalog.Write(tx => tx.Stories.Fail(_story.Id, "its data is gone"));
        _first.Catalog.Write(tx => tx.Stories.SetPace(_story.Id, StoryPace.FullSpeed with { IsPaused = true }));
        Assert.Equal("its data is gone", Found().Error);
        _first.Catalog.Write(tx => tx.Stories.SetPace(_story.Id, StoryPace.FullSpeed));
        Assert.Null(Found().Error);
    }

    [Fact]
    public void Undriven_HostedStories_AreThoseThatNobodyAliveDrives()
    {
        string hosted = _first.Catalog.Write(tx => tx.Stories.Begin("telco-churn", "/data", 42, "none", "train", TestProcess.Start, isHosted: true)).Id;
        string failed = _first.Catalog.Write(tx => tx.Stories.Begin("telco-churn", "/data", 42, "none", "train", TestProcess.Start, isHosted: true)).Id;
        _first.Catalog.Write(tx => tx.Stories.Fail(failed, "its data is gone"));
        TestProcess second = _home.NewProcess();
        Assert.Equal([hosted], Undriven(second));

        _first.Catalog.Write(tx => tx.Stories.TryDrive(hosted, _first.Bridge.Presence.Owner, _first.Bridge.Presence.IsAlive));
        Assert.Empty(Undriven(second));
        _first.Die();
        Assert.Equal([hosted], Undriven(second));
        second.Catalog.Write(tx => tx.Stories.Cancel(hosted));
        Assert.Empty(Undriven(second));
    }

    private StoryRow Found() => _first.Catalog.Read(tx => tx.Stories.Find(_story.Id))!;

    private static IReadOnlyList<string> Undriven(TestProcess process) => process.Catalog.Read(tx => tx.Stories.Undriven(process.Bridge.Presence.Owner, process.Bridge.Presence.IsAlive));

    private StoryRow Begin(string scenario) => _first.Catalog.Write(tx => tx.Stories.Begin(scenario, "/data", 42, "all", "day", TestProcess.Start));

    private bool TryDrive(TestProcess process) =>
        process.Catalog.Write(tx => tx.Stories.TryDrive(_story.Id, process.Bridge.Presence.Owner, process.Bridge.Presence.IsAlive));
}
