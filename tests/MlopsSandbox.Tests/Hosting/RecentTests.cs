using MlopsSandbox.Hosting;

namespace MlopsSandbox.Tests.Hosting;

public sealed class RecentTests
{
    private readonly Recent<string> _recent = new(2);

    [Fact]
    public void Of_MoreKeysThanAreKept_ForgetsTheOneThatWasNotAskedForTheLongest()
    {
        foreach (string key in new[] { "a", "b", "a", "c" }) _recent.Of(key, known => known ?? key);

        Assert.Equal("a", _recent.Of("a", known => known));
        Assert.Null(_recent.Of("b", known => known));
    }

    [Fact]
    public void Of_AKeyWhoseRenewalFails_KeepsWhatWasKept()
    {
        _recent.Of("a", _ => "before");

        Assert.Throws<IOException>(() => _recent.Of("a", _ => throw new IOException()));

        Assert.Equal("before", _recent.Of("a", known => known));
    }

    [Fact]
    public async Task Of_TwoWhoAskForTheSameAtTheSameTime_IsMadeOnceAndHoldsUpNobodyElse()
    {
        using ManualResetEventSlim mayEnd = new();
        TaskCompletionSource isBegun = new();
        int made = 0;
        Task<string?> first = Task.Run(() => _recent.Of("a", known => known ?? Make()));
        await isBegun.Task;
        Task<string?> second = Task.Run(() => _recent.Of("a", known => known ?? Make()));

        Assert.Equal("other", _recent.Of("b", _ => "other"));
        mayEnd.Set();

        Assert.Equal(("1", "1"), (await first, await second));

        string Make()
        {
            isBegun.SetResult();
            mayEnd.Wait();
            return (++made).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
