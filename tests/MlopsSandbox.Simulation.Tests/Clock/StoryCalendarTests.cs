using System.Globalization;
using MlopsSandbox.Simulation.Clock;

namespace MlopsSandbox.Simulation.Tests.Clock;

public class StoryCalendarTests
{
    [Theory]
    [InlineData("2026-01-01T00:00:00Z", 0)]
    [InlineData("2026-01-01T23:59:59.9999999Z", 0)]
    [InlineData("2026-01-02T00:00:00Z", 1)]
    [InlineData("2026-02-01T12:00:00Z", 31)]
    public void DayOf_ATime_CountsFromTheStart(string time, int day) => Assert.Equal(day, StoryCalendar.Invented.DayOf(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)));

    [Fact]
    public void DayOfCheck_TheEndOfADay_IsThatDay() => Assert.Equal(7, StoryCalendar.Invented.DayOfCheck(StoryCalendar.Invented.EndOf(7)));

    [Fact]
    public void ServedAt_ADay_SpreadsItsRequestsEvenly()
    {
        // Four requests: at 3, 9, 15 and 21 o'clock.
        Assert.Equal([3, 9, 15, 21], Enumerable.Range(0, 4).Select(request => StoryCalendar.Invented.ServedAt(2, request, 4).Hour));
        Assert.All(Enumerable.Range(0, 4), request => Assert.Equal(2, StoryCalendar.Invented.DayOf(StoryCalendar.Invented.ServedAt(2, request, 4))));
    }
}
