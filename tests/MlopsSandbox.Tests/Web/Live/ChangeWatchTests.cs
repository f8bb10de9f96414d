using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Tests.Web.Live;

public sealed class ChangeWatchTests
{
    [Theory]
    [InlineData(0, 100)]
    [InlineData(4, 100)]
    [InlineData(20, 380)]
    [InlineData(5000, 800)]
    public void Pause_AfterListenersThatTookLong_IsLongerButBounded(int workMilliseconds, int pauseMilliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(pauseMilliseconds), ChangeWatch.PauseAfter(TimeSpan.FromMilliseconds(workMilliseconds)));
}
