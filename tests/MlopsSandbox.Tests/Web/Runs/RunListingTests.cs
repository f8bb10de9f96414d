using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class RunListingTests
{
    private static readonly RunRow[] Runs =
    [
        SomeRun.Run("lifecycle-0001").Ended(RunStatus.Succeeded, 30) with { Tags = ["baseline"] },
        SomeRun.Run("monitor-0001").Ended(RunStatus.Failed, 5) with { Workflow = "monitor", StartedAt = SomeRun.Start.AddMinutes(1), Cause = new RunCause("drift", "drift-0009") },
        SomeRun.Run("lifecycle-0002") with { StartedAt = SomeRun.Start.AddMinutes(2), Scenario = null },
    ];

    [Fact]
    public void Of_NoFilter_ShowsTheNewestFirstAndWhatCanBeFilteredBy()
    {
        RunListing listing = RunListing.Of(Runs, new RunFilter(), RunListing.Newest);

        Assert.Equal(["lifecycle-0002", "monitor-0001", "lifecycle-0001"], listing.Runs.Select(run => run.Id));
        Assert.Equal(["lifecycle", "monitor"], listing.Workflows);
        Assert.Equal(["telco-churn"], listing.Scenarios);
        Assert.Equal(["baseline"], listing.Tags);
    }

    [Theory]
    [InlineData("failed", null, null, null, null, "monitor-0001")]
    [InlineData(null, "lifecycle", null, null, null, "lifecycle-0001 lifecycle-0002")]
    [InlineData(null, null, "telco-churn", null, null, "lifecycle-0001 monitor-0001")]
    [InlineData(null, null, null, "baseline", null, "lifecycle-0001")]
    [InlineData(null, null, null, null, "DRIFT-0009", "monitor-0001")]
    [InlineData("succeeded", "monitor", null, null, null, "")]
    [InlineData("no such status", "", null, " ", null, "lifecycle-0001 lifecycle-0002 monitor-0001")]
    public void Of_Filters_ShowsWhatAllOfThemTake(string? status, string? workflow, string? scenario, string? tag, string? text, string expected)
    {
        RunListing listing = RunListing.Of(Runs, RunFilter.Of(status, workflow, scenario, tag, text), "run");

        Assert.Equal(expected, string.Join(' ', listing.Runs.Select(run => run.Id)));
    }

    [Fact]
    public void Of_SortedByDuration_SetsUnfinishedRunsApart()
    {
        Assert.Equal(["lifecycle-0001", "monitor-0001", "lifecycle-0002"], RunListing.Of(Runs, new RunFilter(), "-duration").Runs.Select(run => run.Id));
        Assert.Equal(["lifecycle-0002", "monitor-0001", "lifecycle-0001"], RunListing.Of(Runs, new RunFilter(), "duration").Runs.Select(run => run.Id));
    }
}
