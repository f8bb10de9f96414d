using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class ExpectedDurationTests
{
    private static readonly RunRow Run = SomeRun.Run();

    [Fact]
    public void Left_OfARunningRun_IsWhatItsLastRunsTookLessWhatItHasTaken() =>
        Assert.Equal(", about 40 s left if it goes as its last runs", ExpectedDuration.Left(Run, 60, Run.StartedAt.AddSeconds(22)));

    [Fact]
    public void Left_OfARunThatHasTakenLonger_SaysNothing() => Assert.Empty(ExpectedDuration.Left(Run, 60, Run.StartedAt.AddSeconds(61)));

    [Fact]
    public void Left_WhereNoneHasSucceededBefore_SaysNothing() => Assert.Empty(ExpectedDuration.Left(Run, null, Run.StartedAt));

    [Fact]
    public void Left_OfARunThatWaits_SaysNothing() => Assert.Empty(ExpectedDuration.Left(Run with { Status = RunStatus.Waiting }, 60, Run.StartedAt));
}
