using System.Net;
using Microsoft.Extensions.Time.Testing;
using MlopsSandbox.Door;

namespace MlopsSandbox.Tests.Door;

public sealed class FailedTriesTests
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1"), Other = IPAddress.Parse("192.0.2.2");
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void LockOf_FewWrongKeys_IsNone()
    {
        FailedTries tries = Tried(One, FailedTries.Free - 1);

        Assert.Equal(TimeSpan.Zero, tries.LockOf(One));
    }

    [Fact]
    public void LockOf_OneMore_IsHalfAMinuteForThatAddressAlone()
    {
        FailedTries tries = Tried(One, FailedTries.Free);

        Assert.Equal(TimeSpan.FromSeconds(30), tries.LockOf(One));
        Assert.Equal(TimeSpan.Zero, tries.LockOf(Other));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, tries.LockOf(One));
    }

    [Fact]
    public void LockOf_EachFurtherWrongKey_IsTwiceAsLongUpToNineHours()
    {
        FailedTries tries = Tried(One, FailedTries.Free + 1);
        Assert.Equal(TimeSpan.FromSeconds(60), tries.LockOf(One));

        for (int more = 0; more < 100; more++) tries.Note(One);

        Assert.Equal(TimeSpan.FromSeconds(30 * 1024), tries.LockOf(One));
    }

    [Fact]
    public void Clear_TheRightKey_ForgetsTheWrongOnes()
    {
        FailedTries tries = Tried(One, FailedTries.Free);
        tries.Clear(One);
        tries.Note(One);

        Assert.Equal(TimeSpan.Zero, tries.LockOf(One));
    }

    [Fact]
    public void Note_MoreAddressesThanAreRemembered_ForgetsTheOldest()
    {
        FailedTries tries = Tried(One, FailedTries.Free + 10);
        _time.Advance(TimeSpan.FromSeconds(1));
        for (int address = 0; address < 10_000; address++) tries.Note(new IPAddress(address));

        Assert.Equal(TimeSpan.Zero, tries.LockOf(One));
    }

    private FailedTries Tried(IPAddress address, int times)
    {
        FailedTries tries = new(_time);
        for (int time = 0; time < times; time++) tries.Note(address);
        return tries;
    }
}
