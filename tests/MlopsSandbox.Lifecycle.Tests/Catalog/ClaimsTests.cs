using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class ClaimsTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly TestHome _home = new();
    private readonly ManualTime _time = new();
    private readonly CatalogStore _catalog;
    private readonly ExecutionKey _key;

    public ClaimsTests()
    {
        TestProcess process = _home.NewProcess(_time);
        _catalog = process.Catalog;
        _key = process.Show(process.StartRun(new Flow("one").Work("a"))).Stages.Single().Key;
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Take_HeldByALivingProcess_IsRefused()
    {
        Assert.NotNull(Take("first"));
        Assert.Null(Take("second"));
        Assert.Null(Take("first"));
    }

    [Fact]
    public void Take_AfterItsOwnerDied_MakesTheOldLeaseWorthless()
    {
        Lease first = Take("first")!;
        Lease second = Take("second", isAlive: false)!;
        Assert.Equal(first.Counter + 1, second.Counter);
        Assert.Equal((false, true), _catalog.Read(tx => (tx.Claims.Holds(first), tx.Claims.Holds(second))));
        Assert.Throws<LeaseLostException>(() => _catalog.Write(tx => tx.Claims.Demand(first)));
        Assert.Throws<LeaseLostException>(() => _catalog.Write(tx => tx.Claims.Renew(first, Minute)));
    }

    [Fact]
    public void Take_AgainByTheSameOwner_OldLeaseIsWorthlessToo()
    {
        Lease first = Take("first")!;
        _catalog.Write(tx => tx.Executions.Requeue(_key));
        Take("first");
        Assert.False(_catalog.Read(tx => tx.Claims.Holds(first)));
    }

    [Fact]
    public void Renew_BeforeItEnds_KeepsOthersAway()
    {
        Lease lease = Take("first")!;
        _time.Now += TimeSpan.FromSeconds(50);
        _catalog.Write(tx => tx.Claims.Renew(lease, Minute));
        _time.Now += TimeSpan.FromSeconds(50);
        Assert.Null(Take("second"));
        Assert.Empty(_catalog.Read(tx => tx.Claims.Abandoned(_ => true)));
        _time.Now += TimeSpan.FromSeconds(11);
        Assert.Equal([_key], _catalog.Read(tx => tx.Claims.Abandoned(_ => true)));
        Assert.NotNull(Take("second"));
    }

    [Fact]
    public void Release_LeaseThatWasLost_LeavesTheNewOwnerAlone()
    {
        Lease first = Take("first")!;
        Lease second = Take("second", isAlive: false)!;
        _catalog.Write(tx => tx.Claims.Release(first));
        Assert.True(_catalog.Read(tx => tx.Claims.Holds(second)));
    }

    private Lease? Take(string owner, bool isAlive = true) => _catalog.Write(tx => tx.Claims.Take(_key, owner, Minute, _ => isAlive));
}
