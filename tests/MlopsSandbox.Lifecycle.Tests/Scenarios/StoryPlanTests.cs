using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class StoryPlanTests
{
    [Theory]    // expected: the planning rule worked out by a spreadsheet-like script in Python
    [InlineData(7043, 1869, 0.35, 4578, 2, 114, 10, 855, 3)]    // telco-churn
    [InlineData(5000, 707, 0.35, 3250, 2, 81, 7, 770, 4)]       // phone-churn
    [InlineData(9857, 517, 0.35, 6407, 2, 160, 5, 1680, 2)]     // lending-club: a rare class needs more labels
    [InlineData(1500, 418, 0.30, 1050, 1, 35, 5, 368, 5)]       // frugal
    [InlineData(4000, 280, 0.38, 2480, 1, 84, 5, 1302, 4)]       // a rare class in few rows: more history
    public void Of_RowsAndRarerClass_SpendsThem(int rows, int rarer, double history, int reserve, int delay, int perDay, int driftDay, int labels, int window) =>
        Assert.Equal(new StoryPlan(history, reserve, delay, perDay, driftDay, labels, window), StoryPlan.Of(rows, (double)rarer / rows));

    [Theory]
    [InlineData(250, 0.5)]
    [InlineData(1000, 0.3)]
    [InlineData(2000, 0.01)]
    [InlineData(20, 0.5)]
    public void Of_TooFewRows_IsNoPlan(int rows, double rarerShare) => Assert.Null(StoryPlan.Of(rows, rarerShare));
}
