using MlopsSandbox.Commands;
using MlopsSandbox.Door;

namespace MlopsSandbox.Tests.Door;

public sealed class DoorKeyTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:5080")]
    public void For_OnlyThisMachine_AsksForNone(string url) => Assert.Null(DoorKey.For([url], _ => null));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.7:5080")]
    [InlineData("http://sandbox.example:5080")]
    public void For_OneAddressThatOthersReach_MakesAKeyThatOpensAndIsNewEachTime(string url)
    {
        DoorKey one = DoorKey.For(["http://127.0.0.1:1", url], _ => null)!, other = DoorKey.For([url], _ => null)!;

        Assert.True(one.Opens(one.Told));
        Assert.False(one.Opens(other.Told));
        Assert.False(one.Opens(null));
        Assert.False(one.Opens(""));
    }

    [Fact]
    public void For_KeyOfTheEnvironment_IsAskedForEverywhereAndNotTold()
    {
        DoorKey key = DoorKey.For(["http://127.0.0.1:1"], _ => "correct horse battery")!;

        Assert.Null(key.Told);
        Assert.True(key.Opens("correct horse battery"));
        Assert.False(key.Opens("correct horse battery "));
    }

    [Fact]
    public void For_ShortKey_IsRefusedWithoutTellingIt()
    {
        RefusalException refused = Assert.Throws<RefusalException>(() => DoorKey.For(["http://127.0.0.1:1"], _ => "hunter2"));

        Assert.Equal("MLOPS_KEY has 7 characters; expected at least 12, so that it cannot be guessed. Take a longer one, or none: serve then makes one and tells it.", refused.Message);
    }
}
