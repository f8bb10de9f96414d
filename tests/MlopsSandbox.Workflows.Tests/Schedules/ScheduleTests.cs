using MlopsSandbox.Workflows.Schedules;

namespace MlopsSandbox.Workflows.Tests.Schedules;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 5, 59, 59, TimeSpan.Zero);    // a Monday

    [Fact]
    public void Interval_DueAgain_CountsFromWhenItWasDueUnlessThatIsPast()
    {
        IntervalSchedule hourly = new(TimeSpan.FromHours(1));
        Assert.Equal(Now.AddHours(1), hourly.DueFrom(Now));
        Assert.Equal(Now.AddHours(1), hourly.DueAgain(Now, Now.AddMinutes(59)));
        Assert.Equal(Now.AddHours(6), hourly.DueAgain(Now, Now.AddHours(5)));
    }

    [Fact]
    public void Interval_BeyondTheEndOfTime_IsNeverReached() => Assert.Equal(DateTimeOffset.MaxValue, new IntervalSchedule(TimeSpan.MaxValue).DueFrom(Now));

    [Fact]
    public void Cron_DueAgain_SkipsWhatWasMissed()
    {
        CronSchedule mondays = CronSchedule.Parse("0 0 6 * * MON");
        Assert.Equal(Now.AddSeconds(1), mondays.DueFrom(Now));
        Assert.Equal(Now.AddSeconds(1).AddDays(7), mondays.DueFrom(Now.AddSeconds(1)));
        Assert.Equal(Now.AddSeconds(1).AddDays(21), mondays.DueAgain(Now.AddSeconds(1), Now.AddDays(20)));
    }

    [Fact]
    public void Time_InThePast_IsDueOnce()
    {
        TimeSchedule past = new(Now);
        Assert.Equal(Now, past.DueFrom(Now.AddDays(1)));
        Assert.Null(past.DueAgain(Now, Now.AddDays(1)));
    }
}
