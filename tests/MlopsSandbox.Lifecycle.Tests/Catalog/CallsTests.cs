using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class CallsTests : IDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly CatalogStore _catalog;

    public CallsTests() => _catalog = CatalogStore.Open(_folder.Path, TimeProvider.System);

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Newest_KeptCalls_AreThoseThatWereAddedTheOldestFirst()
    {
        ServedCall[] calls = [.. Enumerable.Range(0, 5).Select(Call)];
        _catalog.Write(tx => tx.Calls.Add("e", calls[..3]));
        _catalog.Write(tx => tx.Calls.Add("e", calls[3..]));

        Assert.Equal(calls[1..], _catalog.Read(tx => tx.Calls.Newest("e", Begin.AddDays(9), 4)));
        Assert.Empty(_catalog.Read(tx => tx.Calls.Newest("other", Begin.AddDays(9), 4)));
    }

    [Fact]
    public void Newest_LaterSimulatedTime_IsNotSeen()
    {
        _catalog.Write(tx => tx.Calls.Add("e", Enumerable.Range(0, 5).Select(Call)));

        Assert.Equal([0, 1, 2], _catalog.Read(tx => tx.Calls.Newest("e", Begin.AddDays(2), 10)).Select(call => call.Rows));
    }

    [Fact]
    public void Add_MoreThanAreKept_ForgetsTheOldestOfThatEndpointOnly()
    {
        _catalog.Write(tx => tx.Calls.Add("quiet", [Call(0)], kept: 20));
        _catalog.Write(tx => tx.Calls.Add("busy", Enumerable.Range(0, 27).Select(i => Call(i) with { SimulatedAt = Begin }), kept: 20));

        IReadOnlyList<ServedCall> busy = _catalog.Read(tx => tx.Calls.Newest("busy", Begin, int.MaxValue));
        Assert.Equal((20, 7), (busy.Count, busy[0].Rows));
        Assert.Single(_catalog.Read(tx => tx.Calls.Newest("quiet", Begin, 10)));
    }

    private static ServedCall Call(int i) => new(Begin.AddSeconds(i), Begin.AddDays(i), i % 2 == 0 ? CallPath.Http : CallPath.Command, i, 0.25 + i, (CallOutcome)(i % 3), 2);
}
