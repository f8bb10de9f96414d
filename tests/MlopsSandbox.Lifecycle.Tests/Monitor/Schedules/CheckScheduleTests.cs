using MlopsSandbox.Lifecycle.Monitor.Schedules;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Schedules;

public sealed class CheckScheduleTests
{
    private static readonly DateTimeOffset Thursday = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 0 * * 1", new[] { 3, 10, 17, 24 })]      // Monday's midnight ends Sunday
    [InlineData("0 6 * * 1", new[] { 4, 11, 18, 25 })]      // six o'clock lies within Monday
    [InlineData("30 0 6 * * MON", new[] { 4, 11, 18, 25 })] // six fields, as workflow definitions have them
    [InlineData("0 */6 * * 1", new[] { 3, 4, 10, 11, 17, 18, 24, 25 })]    // four times on Monday: one check at its end
    public void CronChecks_FourWeeks_AreDueAtTheEndOfTheDayThatTheTimeLiesIn(string cron, int[] expected) => Assert.Equal(expected, Due(CronChecks.Parse(cron), 28, perDay: 10));

    [Fact]
    public void Daily_AWeek_IsDueEachDay() => Assert.Equal([0, 1, 2, 3, 4, 5, 6], Due(CheckSchedule.Daily, 7, perDay: 0));

    [Fact]
    public void Monthly_AQuarter_IsDueOnTheLastDaysOfMonths() => Assert.Equal([30, 58, 89], Due(CheckSchedule.Monthly, 90, perDay: 1));

    [Theory]
    [InlineData(500, 120, new[] { 4, 8, 12, 16 })]    // 600, 1,080, 1,560, 2,040 requests
    [InlineData(50, 120, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 })]
    [InlineData(240, 120, new[] { 1, 3, 5, 7, 9, 11, 13, 15, 17 })]
    public void RequestChecks_SteadyTraffic_AreDueOnTheDaysThatPassAnotherMultiple(int every, int perDay, int[] expected) =>
        Assert.Equal(expected, Due(new RequestChecks(every), 18, perDay));

    [Fact]
    public void RequestChecks_NoTraffic_AreNeverDue() => Assert.Empty(Due(new RequestChecks(1), 30, perDay: 0));

    [Theory]
    [InlineData("0 0 31 2 *")]
    [InlineData("0 0 * *")]
    [InlineData("every monday")]
    public void Parse_NoUsableExpression_IsRefused(string cron) => Assert.Throws<FormatException>(() => CronChecks.Parse(cron));

    private static IEnumerable<int> Due(CheckSchedule schedule, int days, int perDay) =>
        Enumerable.Range(0, days).Where(day => schedule.IsDueAt(Thursday.AddDays(day), Thursday.AddDays(day + 1), day * perDay, (day + 1) * perDay));
}
