using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class RecoveryTests : IDisposable
{
    private static readonly Flow Two = new Flow("two").Work("a", "b").Arrows("a>b");
    private readonly TestHome _home = new();
    private readonly TestProcess _first;

    public RecoveryTests() => _first = _home.NewProcess();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Run_OwnerDied_ExecutionIsTakenOverWithItsAttempt()
    {
        string run = _first.StartRun(Two);
        _first.Dispatcher.DispatchPending();
        Claim(_first, _home.Jobs.Next()!.Key);
        _home.Jobs.Lose();
        _first.Die();

        TestProcess second = _home.NewProcess();
        Assert.Equal(1, second.Recovery.Run());
        Assert.Equal(0, second.Recovery.Run());
        await second.Settle();
        Assert.Equal([1, 1], second.Show(run).Stages.Select(stage => stage.Attempt));
        Assert.Equal(RunStatus.Succeeded, second.Show(run).Status);
        Assert.Equal(["a", "b"], _home.Stages.Calls);
    }

    [Fact]
    public void Run_OwnerLives_NothingIsTaken()
    {
        _first.StartRun(Two);
        _first.Dispatcher.DispatchPending();
        Claim(_first, _home.Jobs.Next()!.Key);
        Assert.Equal(0, _home.NewProcess().Recovery.Run());
    }

    [Fact]
    public async Task Run_OwnerDied_JobDeliveredBeforeRecovery_IsTakenOverToo()
    {
        string run = _first.StartRun(Two);
        _first.Dispatcher.DispatchPending();
        Claim(_first, _home.Jobs.Next()!.Key);
        _first.Die();
        TestProcess second = _home.NewProcess();
        await second.Settle();
        Assert.Equal(RunStatus.Succeeded, second.Show(run).Status);
        Assert.Equal(0, second.Recovery.Run());
    }

    [Fact]
    public async Task Run_DiedBetweenTakingAndEnqueueing_OutboxIsGivenBack()
    {
        string run = _first.StartRun(Two);
        Assert.Single(_first.Catalog.Write(tx => tx.Outbox.TakeAll(_first.Bridge.Presence.Owner)));
        TestProcess second = _home.NewProcess();
        Assert.Equal(0, second.Dispatcher.DispatchPending());
        second.Recovery.Run();
        Assert.Equal(0, second.Dispatcher.DispatchPending());
        _first.Die();
        second.Recovery.Run();
        await second.Settle();
        Assert.Equal(RunStatus.Succeeded, second.Show(run).Status);
    }

    [Fact]
    public async Task Run_QueueWasDeleted_QueuedExecutionsAreEnqueuedAgain()
    {
        string run = _first.StartRun(Two);
        _first.Dispatcher.DispatchPending();
        Assert.Equal(0, _first.Recovery.Run());
        _home.Jobs.Lose();
        Assert.Equal(1, _first.Recovery.Run());
        Assert.Equal(0, _first.Recovery.Run());
        await _first.Settle();
        Assert.Equal(RunStatus.Succeeded, _first.Show(run).Status);
        Assert.Equal(3, _home.Jobs.Enqueued.Count);
    }

    [Fact]
    public async Task DispatchPending_QueueRefuses_RowsStayForLater()
    {
        string run = _first.StartRun(Two);
        _home.Jobs.Refusal = new IOException("the disk is full");
        Assert.Throws<IOException>(() => _first.Dispatcher.DispatchPending());
        _home.Jobs.Refusal = null;
        await _first.Settle();
        Assert.Equal(RunStatus.Succeeded, _first.Show(run).Status);
    }

    [Fact]
    public async Task DispatchPending_TwoProcesses_EachRowIsCarriedOnce()
    {
        TestProcess second = _home.NewProcess();
        for (int i = 0; i < 20; i++) _first.StartRun(Two, seed: i);
        int[] carried = await Task.WhenAll(Task.Run(_first.Dispatcher.DispatchPending), Task.Run(second.Dispatcher.DispatchPending));
        Assert.Equal(20, carried.Sum());
        Assert.Equal(20, _home.Jobs.Enqueued.Count);
    }

    [Fact]
    public void RemoveDead_LockFiles_OnlyTheLivingKeepTheirs()
    {
        TestProcess second = _home.NewProcess();
        string dead = Path.Combine(_home.Path, "locks", "123-dead.lock");
        File.WriteAllText(dead, "");
        second.Recovery.Run();
        Assert.False(File.Exists(dead));
        Assert.True(second.Bridge.Presence.IsAlive(_first.Bridge.Presence.Owner));
        Assert.True(_first.Bridge.Presence.IsAlive(second.Bridge.Presence.Owner));
        _first.Die();
        Assert.False(second.Bridge.Presence.IsAlive(_first.Bridge.Presence.Owner));
    }

    private static void Claim(TestProcess process, ExecutionKey key) => Assert.NotNull(process.Catalog.Write(
        tx => tx.Claims.Take(key, process.Bridge.Presence.Owner, TimeSpan.FromSeconds(60), process.Bridge.Presence.IsAlive)));
}
