using MlopsSandbox.Web.Components;

namespace MlopsSandbox.Tests.Web;

public sealed class TimeTickTests
{
    [Theory]
    [InlineData(0, 1, 9.94, "0 s, 2 s, 4 s, 6 s, 8 s")]
    [InlineData(0.5, 0.51, 10, "5000 ms, 5020 ms, 5040 ms, 5060 ms, 5080 ms, 5100 ms")]
    [InlineData(0, 1, 600, "0 min, 2 min, 4 min, 6 min, 8 min, 10 min")]
    [InlineData(0, 1, 0.0005, "0 µs, 100 µs, 200 µs, 300 µs, 400 µs, 500 µs")]
    [InlineData(0, 1, 0, "")]
    public void In_AWindow_RoundTimesWithTheirUnit(double from, double to, double seconds, string expected) =>
        Assert.Equal(expected, string.Join(", ", TimeTick.In(TimeWindow.Between(from, to), seconds).Select(tick => tick.Text)));

    [Fact]
    public void In_AWindow_StandsWhereItsTimeIs() => Assert.Equal([0.5, 0.7], TimeTick.In(TimeWindow.Between(0.5, 0.8), 10).Where((_, position) => position is 0 or 4).Select(tick => Math.Round(tick.At, 9)));

    [Theory]
    [InlineData("0.25-0.5", "0.25-0.5")]
    [InlineData("0.5-0.25", "0.25-0.5")]
    [InlineData("0.9-7", null)]
    [InlineData("0-1", null)]
    [InlineData("here", null)]
    [InlineData(null, null)]
    public void Read_WhatStandsInAnAddress_IsAWindowOrAllOfIt(string? text, string? expected) => Assert.Equal(expected, TimeWindow.Read(text).ToString());

    [Fact]
    public void Between_TheSamePlaceTwice_IsAWindowYetWithinTheTrace()
    {
        TimeWindow window = TimeWindow.Between(1, 1);
        Assert.True(window.From < window.To && window.To <= 1);
    }
}
