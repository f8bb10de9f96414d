using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A process dies at each of its writes while a workflow waits for times, events and another workflow; the next one ends it as if nothing had happened.</summary>
public sealed class WaitCrashTests
{
    private static readonly Flow Child = new Flow("child").Delay("wait", "00:00:00").Work("c").SetOutput("give", "made", "c").Arrows("wait>c", "c>give");
    private static readonly Flow Parent = new Flow("parent")
        .Line("go", "go").Event("hear", "ready").Delay("delay", "00:00:00").Publish("publish", "ready").JoinAll("join").Execute("call", "child", waits: true).Tell("tell", "call").Work("d")
        .Arrows("go>hear", "go>delay", "delay>publish", "hear>join", "publish>join", "join>call", "call>tell", "tell>d");

    [Fact]
    public async Task Settle_DiesAtTheNthWrite_NextProcessEndsAsIfNothingHadHappened()
    {
        string undisturbed = await EndOf(int.MaxValue);
        int died = 0;
        for (int write = 1; ; write += 3)
        {
            int before = died;
            Assert.Equal(undisturbed, await EndOf(write, () => died++));
            if (died == before) break;
        }
        Assert.True(died > 15, $"{died} deaths");
    }

    private static Task<string> EndOf(int dieAt, Action? onDeath = null) => DyingProcess.EndOf(Parent, Child, dieAt, Told, onDeath);

    private static string Told(TestProcess process)
    {
        Assert.All(process.Catalog.Read(tx => tx.Runs.All()), run => Assert.Equal(RunStatus.Succeeded, run.Status));
        Assert.All(process.Effects().Values, times => Assert.Equal(1, times));
        Assert.True(process.Catalog.Read(tx => tx.Outbox.IsEmpty()));
        return string.Join('\n', process.Catalog.Read(tx => tx.Runs.All()).Select(run => run.Id).Order(StringComparer.Ordinal)
            .SelectMany(run => process.Show(run).Journal!.Select(line => $"{run} {line.ActivityId} {line.Outcome} {line.Text}")));
    }
}
