namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>The judge of the torture runs is itself tried with planted faults.</summary>
public sealed class VerdictTests
{
    private static readonly string[] OneJob = ["7"];

    private static IReadOnlyList<string> Judge(IReadOnlyList<Execution> executions, params Kill[] kills) => Verdict.Problems(OneJob, executions, kills);

    [Fact]
    public void Problems_EachJobOnce_None() => Assert.Empty(Judge([new("7", 1, 1, 10, 20)]));

    [Fact]
    public void Problems_BrokenOffByAKillAndRunAgain_None() =>
        Assert.Empty(Judge([new("7", 1, 1, 10, null), new("7", 2, 1, 31, 40)], new Kill(1, 30)));

    [Fact]
    public void Problems_KilledBetweenEndAndAcknowledgement_None() =>
        Assert.Empty(Judge([new("7", 1, 1, 10, 20), new("7", 2, 1, 31, 40)], new Kill(1, 30)));

    [Fact]
    public void Problems_NeverRun_Lost() => Assert.Equal(["Job 7 was lost: it never ran to its end."], Judge([]));

    [Fact]
    public void Problems_BrokenOffAndNeverRunAgain_Lost() =>
        Assert.Equal(["Job 7 was lost: it never ran to its end."], Judge([new("7", 1, 1, 10, null)], new Kill(1, 30)));

    [Fact]
    public void Problems_SecondRunBeginsBeforeTheFirstEnds_Overlap() => Assert.Contains(
        "Job 7 ran in process 1 and in process 2 at once.", Judge([new("7", 1, 1, 10, 20), new("7", 2, 1, 19, 40)], new Kill(1, 30)));

    [Fact]
    public void Problems_TwoWorkersOfOneProcess_Overlap() => Assert.Contains(
        "Job 7 ran in process 1 and in process 1 at once.", Judge([new("7", 1, 1, 10, 20), new("7", 1, 2, 15, 18)]));

    [Fact]
    public void Problems_RunElsewhereBeforeTheKill_Overlap() => Assert.Equal(
        ["Job 7 ran in process 1 and in process 2 at once."], Judge([new("7", 1, 1, 10, null), new("7", 2, 1, 29, 40)], new Kill(1, 30)));

    [Fact]
    public void Problems_RunAgainWithoutAKill_Needless() => Assert.Equal(
        ["Job 7 ran again without need: no kill hit process 1 while worker 1 had it."], Judge([new("7", 1, 1, 10, 20), new("7", 2, 1, 31, 40)]));

    [Fact]
    public void Problems_RunAgainThoughItsWorkerHadGoneOn_Needless() => Assert.Equal(
        ["Job 7 ran again without need: no kill hit process 1 while worker 1 had it."],
        Verdict.Problems(["7", "8"], [new("7", 1, 1, 10, 20), new("8", 1, 1, 21, 29), new("7", 2, 1, 31, 40)], [new Kill(1, 30)]));

    [Fact]
    public void Problems_BrokenOffWithoutAKill_Told() => Assert.Contains(
        "Job 7 was broken off in process 1, which nobody killed.", Judge([new("7", 1, 1, 10, null)]));

    [Fact]
    public void Problems_NeverEnqueued_Told() => Assert.Equal(
        ["Job 9 ran and was never enqueued."], Judge([new("7", 1, 1, 10, 20), new("9", 1, 1, 21, 30)]));

    [Fact]
    public void ExecutionLog_WrittenAndRead_Same()
    {
        var folder = Directory.CreateTempSubdirectory("execution-log-");
        try
        {
            using (var log = new ExecutionLog(folder.FullName, 3))
            {
                log.Begin("7");
                log.End("7");
                log.Begin("8");
            }
            var read = ExecutionLog.ReadAll(folder.FullName);
            Assert.Equal([("7", 3, true), ("8", 3, false)], read.Select(run => (run.Job, run.Process, run.End >= run.Begin)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void ExecutionLog_EndWithoutBegin_Refused() =>
        Assert.Throws<FormatException>(() => ExecutionLog.Read(1, ["begin 7 4 10", "end 8 4 20"]));
}
