using System.Text.Json.Nodes;

namespace MlopsSandbox.Workflows.Tests.Definitions;

public sealed class ConcurrencyLimitTests
{
    [Fact]
    public void MaximumRuns_WholeNumber_IsTheLimit()
    {
        Assert.Equal(2, new Drawing().Line("a").Custom("maximumRuns", 2).Definition().MaximumRuns);
        Assert.Null(new Drawing().Line("a").Definition().MaximumRuns);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1.5", "1.5")]
    [InlineData("\"one\"", "the text \"one\"")]
    public void Read_NoWholeNumberFromOne_IsAnErrorAtItsPlace(string value, string named)
    {
        var problem = Assert.Single(new Drawing().Line("a").Custom("maximumRuns", JsonNode.Parse(value)).Read().Problems);
        Assert.Equal(("$.customProperties.maximumRuns", $"maximumRuns is {named}; expected how many runs of the workflow may be under way at a time, a whole number from 1."), (problem.Path, problem.Message));
    }
}
