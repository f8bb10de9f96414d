using System.Globalization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class HolidayTests
{
    [Theory]    // dates from printed calendars
    [InlineData(11, DayOfWeek.Thursday, 4, 0, "2008-11-27")]
    [InlineData(11, DayOfWeek.Thursday, 4, 1, "2008-11-28")]
    [InlineData(5, DayOfWeek.Monday, -1, 0, "2004-05-31")]
    [InlineData(9, DayOfWeek.Monday, 1, 0, "2003-09-01")]
    [InlineData(1, DayOfWeek.Monday, 3, 0, "2007-01-15")]
    public void IsOn_AWeekdayOfAMonth_IsThatDayAloneInItsYear(int month, DayOfWeek weekday, int week, int plus, string day)
    {
        WeekdayHoliday holiday = new("h", month, weekday, week, plus);
        DateOnly date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        DateOnly[] found = [.. Enumerable.Range(0, 365).Select(i => new DateOnly(date.Year, 1, 1).AddDays(i)).Where(holiday.IsOn)];

        Assert.Equal([date], found);
    }

    [Fact]
    public void IsOn_TheLeapDay_IsInLeapYearsOnly()
    {
        DateHoliday leap = new("leap", 2, 29);

        Assert.Equal([2004, 2008], Enumerable.Range(0, 3000).Select(i => new DateOnly(2003, 1, 1).AddDays(i)).Where(leap.IsOn).Select(day => day.Year));
    }
}
