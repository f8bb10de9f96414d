using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>Real processes, really killed.</summary>
public sealed class KillTests : IDisposable
{
    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(1)]     // a has been claimed
    [InlineData(2)]     // a has been committed
    [InlineData(4)]     // in the branches
    [InlineData(8)]     // in the first batch of trials
    [InlineData(13)]    // in the second, or behind it
    public async Task WorkAndDieAt_AnyEvent_NextProcessEndsAsIfNothingHadHappened(int nthEvent)
    {
        KilledProcess.WorkAndDieAt(_home.Path, nthEvent);

        TestProcess next = _home.NewProcess();
        using SqliteStorage storage = KilledProcess.JobsOf(_home.Path);
        await HangfireServing.UntilEnded(next, storage, "killed-0001");
        RunRow run = next.Show("killed-0001");
        Assert.Equal(RunStatus.Succeeded, run.Status);
        Assert.Equal(["a", "b", "c", "d", "tune", "tune/0", "tune/1", "tune/2", "tune/3"], next.Effects().Keys.Order(StringComparer.Ordinal));
        Assert.All(next.Effects().Values, times => Assert.Equal(1, times));
        Assert.All(run.Stages, stage => Assert.Equal(1, stage.Attempt));
    }
}
