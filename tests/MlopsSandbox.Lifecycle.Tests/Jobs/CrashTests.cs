using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A process dies at each of its writes in turn; the next one finishes what it began, with nothing lost and nothing twice.</summary>
public sealed class CrashTests
{
    private static readonly Flow Child = new Flow("child").Work("c");
    private static readonly Flow Parent = new Flow("parent")
        .Work("a", "b1", "b2", "d").Tune("tune").JoinAll("join").Dispatch("dispatch", "child", waits: true).Line("say", "done")
        .Arrows("a>b1", "a>b2", "b1>join", "b2>join", "join>tune", "tune>dispatch", "dispatch>d", "d>say");
    private static readonly string[] Everything = ["a", "b1", "b2", "c", "d", "tune", "tune/0", "tune/1", "tune/2", "tune/3"];

    [Fact]
    public async Task Settle_DiesAtTheNthWrite_NextProcessEndsAsIfNothingHadHappened()
    {
        string undisturbed = await EndOf(dieAt: int.MaxValue);
        int died = 0;
        // Stepping by 5 keeps this short; 5 and the statements of a commit have no common rhythm, so each kind of write is hit.
        for (int write = 1; ; write += 5)
        {
            string end = await EndOf(write, () => died++);
            Assert.Equal(undisturbed, end);
            if (died <= write / 5) break;
        }
        Assert.True(died > 30, $"{died} deaths");
    }

    private static Task<string> EndOf(int dieAt, Action? onDeath = null) => DyingProcess.EndOf(Parent, Child, dieAt, Told, onDeath);

    private static string Told(TestProcess process)
    {
        IReadOnlyList<RunRow> runs = process.Catalog.Read(tx => tx.Runs.All());
        Assert.Equal(["child-0001", "parent-0001"], runs.Select(run => run.Id).Order());
        Assert.All(runs, run => Assert.Equal(RunStatus.Succeeded, run.Status));
        Dictionary<string, int> effects = process.Effects();
        Assert.Equal(Everything, effects.Keys.Order(StringComparer.Ordinal));
        Assert.All(effects.Values, times => Assert.Equal(1, times));
        Assert.True(process.Catalog.Read(tx => tx.Outbox.IsEmpty()));
        return string.Join('\n', runs.OrderBy(run => run.Id, StringComparer.Ordinal).SelectMany(run => process.Show(run.Id).Stages
            .OrderBy(stage => stage.ActivityId, StringComparer.Ordinal).ThenBy(stage => stage.Trial)
            .Select(stage => $"{run.Id} {stage.ActivityId} {stage.Trial} {stage.Attempt} {stage.Status} {stage.Outputs["made"].Hash}")));
    }
}
