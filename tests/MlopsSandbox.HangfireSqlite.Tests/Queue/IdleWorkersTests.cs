using MlopsSandbox.HangfireSqlite.Queue;

namespace MlopsSandbox.HangfireSqlite.Tests.Queue;

public sealed class IdleWorkersTests
{
    private readonly IdleWorkers _idle = new();

    [Fact]
    public void Wake_TwoJobs_TwoWorkersThatListen_LongestIdleFirst()
    {
        using var other = _idle.Join(["urgent"]);
        using var first = _idle.Join(["default"]);
        using var second = _idle.Join(["urgent", "default"]);
        using var third = _idle.Join(["default"]);
        _idle.Wake("default", jobs: 2);
        Assert.Equal(2, _idle.Wanted().Workers);
        Assert.Equal((true, true), (first.IsWoken, second.IsWoken));
        Assert.Equal((false, false), (other.IsWoken, third.IsWoken));
    }

    [Fact]
    public void Dispose_WokenButGone_TheNextIsWoken()
    {
        var gone = _idle.Join(["default"]);
        using var last = _idle.Join(["default"]);
        _idle.Wake("default", jobs: 1);
        Assert.False(last.IsWoken);
        gone.Dispose();
        Assert.True(last.IsWoken);
    }
}
