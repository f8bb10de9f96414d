using MlopsSandbox.Web.Home;

namespace MlopsSandbox.Tests.Web.Home;

public sealed class TimeLeftTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TimeLeft _left = new();

    [Fact]
    public void Until_SteadyWork_IsWhatTheRestTakesAtThatSpeed()
    {
        for (int done = 0; done <= 4; done++) _left.Note(done, At(3 * done));

        Assert.Equal(TimeSpan.FromSeconds(18), _left.Until(all: 10, At(12)));
        Assert.Equal(TimeSpan.FromSeconds(17), _left.Until(all: 10, At(13)));
    }

    [Fact]
    public void Until_TheFirstTwoLooks_IsNotKnown()
    {
        _left.Note(0, At(0));
        _left.Note(0, At(5));
        _left.Note(1, At(6));

        Assert.Null(_left.Until(10, At(6)));
    }

    [Fact]
    public void Until_WorkThatHasBecomeSlower_FollowsTheLastSteps()
    {
        for (int done = 0; done <= 20; done++) _left.Note(done, At(done <= 10 ? done : 10 + (5 * (done - 10))));

        Assert.Equal(TimeSpan.FromSeconds(50), _left.Until(all: 30, At(60)));
    }

    [Fact]
    public void Until_WorkThatStoodStill_IsNotKnownUntilItMovesAgain()
    {
        for (int done = 0; done <= 4; done++) _left.Note(done, At(done));
        _left.Forget();
        _left.Note(4, At(1000));

        Assert.Null(_left.Until(10, At(1001)));
    }

    [Fact]
    public void Until_WorkThatTakesLongerThanExpected_IsNeverBelowZero()
    {
        for (int done = 0; done <= 9; done++) _left.Note(done, At(done));

        Assert.Equal(TimeSpan.Zero, _left.Until(10, At(60)));
    }

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);
}
