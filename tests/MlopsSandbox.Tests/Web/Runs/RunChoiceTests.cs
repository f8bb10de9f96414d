using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Web.Runs;

namespace MlopsSandbox.Tests.Web.Runs;

public sealed class RunChoiceTests
{
    [Fact]
    public void Query_OfAnAddressWithoutFilters_AsksForAllRunsTheNewestFirst()
    {
        RunQuery query = RunChoice.Query(null, "", null, " ", null, RunChoice.Newest);

        Assert.True(RunChoice.TakesAll(query));
        Assert.Equal((RunSort.Started, true), (query.Sort, query.Descending));
        Assert.Equal(["runs"], RunChoice.Command(query));
    }

    [Fact]
    public void Query_OfFilters_AsksForAllOfThemAsTheCommandDoes()
    {
        RunQuery query = RunChoice.Query("failed", "lifecycle", "telco-churn", "baseline", " drift ", "duration");

        Assert.Equal((RunStatus.Failed, "lifecycle", "telco-churn", "baseline", "drift"), (query.Statuses.Single(), query.Workflow, query.Scenario, query.Tags.Single(), query.Text));
        Assert.Equal((RunSort.Duration, false), (query.Sort, query.Descending));
        Assert.Equal("runs --tag baseline --workflow lifecycle --scenario telco-churn --status failed --text drift --sort duration", string.Join(' ', RunChoice.Command(query)));
    }

    [Theory]
    [InlineData("-started", "runs")]
    [InlineData("started", "runs --sort started")]
    [InlineData("-duration", "runs --sort duration --descending")]
    public void Command_OfAnOrder_ListsInTheSame(string sort, string command) =>
        Assert.Equal(command, string.Join(' ', RunChoice.Command(RunChoice.Query(null, null, null, null, null, sort))));

    [Theory]
    [InlineData("no-such-status")]
    [InlineData("99")]
    public void Query_OfAStatusThatThereIsNot_AsksForAnyStatus(string status) => Assert.Empty(RunChoice.Query(status, null, null, null, null, "-nothing").Statuses);
}
