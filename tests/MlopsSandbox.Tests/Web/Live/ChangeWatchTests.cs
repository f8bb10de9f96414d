using Microsoft.Extensions.Time.Testing;
using MlopsSandbox.Web.Live;

namespace MlopsSandbox.Tests.Web.Live;

public sealed class ChangeWatchTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedWatch _watch;

    public ChangeWatchTests() => _watch = new ScriptedWatch(_time);

    public void Dispose() => _watch.Dispose();

    [Theory]
    [InlineData(0, 100)]
    [InlineData(4, 100)]
    [InlineData(20, 380)]
    [InlineData(40, 760)]
    [InlineData(300, 650)]
    [InlineData(600, 350)]
    [InlineData(1200, 400)]
    [InlineData(5000, 950)]
    public void Pause_AfterListenersThatTookLong_IsLongerButTheWholeIsBounded(int workMilliseconds, int pauseMilliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(pauseMilliseconds), ChangeWatch.PauseAfter(TimeSpan.FromMilliseconds(workMilliseconds)));

    [Fact]
    public void Change_WhileAListenerIsStillAtWork_IsToldWithinTheLongestPause()
    {
        using OneThread thread = new();
        int told = 0;
        TaskCompletionSource never = new();
        using IDisposable slow = _watch.Listen(() => never.Task);
        using IDisposable quick = _watch.Listen(() => Count(ref told));
        _watch.Change();
        _watch.Change();
        Assert.Equal(1, told);

        for (int eighth = 1; eighth <= 8; eighth++) _time.Advance(ChangeWatch.LongestPause / 8);

        Assert.Equal(2, told);
    }

    [Fact]
    public void Listener_ThatIsStillAtWork_IsToldOnceMoreWhenItIsDone()
    {
        using OneThread thread = new();
        int told = 0;
        TaskCompletionSource atWork = new();
        using IDisposable slow = _watch.Listen(() => { told++; return atWork.Task; });
        for (int change = 0; change < 3; change++)
        {
            _watch.Change();
            _time.Advance(ChangeWatch.LongestPause);
        }
        Assert.Equal(1, told);

        atWork.SetResult();

        Assert.Equal(2, told);
    }

    [Fact]
    public void Listener_ThatFails_KeepsNobodyFromBeingTold()
    {
        using OneThread thread = new();
        int told = 0;
        using IDisposable broken = _watch.Listen(() => throw new InvalidOperationException("the tab is gone"));
        using IDisposable other = _watch.Listen(() => Count(ref told));
        for (int change = 0; change < 2; change++)
        {
            _watch.Change();
            _time.Advance(ChangeWatch.LongestPause);
        }

        Assert.Equal(2, told);
        Assert.Null(_watch.Trouble);
    }

    [Fact]
    public void Watch_ThatThrows_SaysWhyLooksAgainAndTellsThatSomethingMayHaveChanged()
    {
        using OneThread thread = new();
        int told = 0;
        List<string?> heard = [];
        _watch.TroubleChanged += () => heard.Add(_watch.Trouble?.Message);
        using IDisposable listening = _watch.Listen(() => Count(ref told));

        _watch.Fail(new IOException("the disk is full"));
        Assert.Equal("the disk is full", _watch.Trouble?.Message);
        Assert.Equal((0, 1), (told, _watch.Begun));
        _time.Advance(ChangeWatch.FirstRetry);

        Assert.Equal(["the disk is full", null], heard);
        Assert.Equal((1, 2), (told, _watch.Begun));
        _time.Advance(ChangeWatch.LongestPause);
        _watch.Change();
        Assert.Equal(2, told);
    }

    [Fact]
    public void Watch_ThatGoesOnThrowing_IsAskedLessAndLessOftenButNeverGivenUp()
    {
        using OneThread thread = new();
        _watch.Refusal = new IOException("the folder is gone");
        using IDisposable listening = _watch.Listen(() => Task.CompletedTask);
        List<double> seconds = [];
        for (int quarter = 1; quarter <= 4 * 40; quarter++)
        {
            int before = _watch.Begun;
            _time.Advance(ChangeWatch.FirstRetry);
            if (_watch.Begun > before) seconds.Add(quarter / 4.0);
        }

        Assert.Equal([0.25, 0.75, 1.75, 3.75, 7.75, 15.75, 23.75, 31.75, 39.75], seconds);
        _watch.Refusal = null;
        _time.Advance(ChangeWatch.LongestRetry);
        Assert.Null(_watch.Trouble);
    }

    [Fact]
    public void Watch_ThatNobodyListensToAnyMore_LooksNoMoreAndHasNoTrouble()
    {
        using OneThread thread = new();
        _watch.Refusal = new IOException("the folder is gone");
        _watch.Listen(() => Task.CompletedTask).Dispose();
        int begun = _watch.Begun;

        _time.Advance(ChangeWatch.LongestRetry);

        Assert.Equal(begun, _watch.Begun);
        Assert.Null(_watch.Trouble);
    }

    private static Task Count(ref int told)
    {
        told++;
        return Task.CompletedTask;
    }

    /// <summary>A watch that sees and suffers what a test says, at once and on the test's own thread.</summary>
    private sealed class ScriptedWatch(TimeProvider time) : ChangeWatch(time)
    {
        private readonly Queue<Exception?> _script = [];
        private TaskCompletionSource? _waiting;

        public int Begun { get; private set; }

        public Exception? Refusal { get; set; }

        public void Change() => Add(null);

        public void Fail(Exception failure) => Add(failure);

        protected override async IAsyncEnumerable<bool> Changes([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            Begun++;
            if (Refusal is not null) throw Refusal;
            yield return false;
            while (!stop.IsCancellationRequested)
            {
                while (_script.TryDequeue(out Exception? failure))
                {
                    if (failure is not null) throw failure;
                    yield return true;
                }
                _waiting = new TaskCompletionSource();
                await _waiting.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private void Add(Exception? failure)
        {
            _script.Enqueue(failure);
            _waiting?.TrySetResult();
        }
    }
}
