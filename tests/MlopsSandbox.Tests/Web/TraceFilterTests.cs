using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Web.Traces;

namespace MlopsSandbox.Tests.Web;

public sealed class TraceFilterTests
{
    [Fact]
    public void Query_OfAnAddress_IsWhatItSays() => Assert.Equal(
        new TraceQuery
        {
            Text = "life", AttributeName = "mlops.stage", AttributeValue = "a=b", OnlyErrors = true, MinimumDuration = TimeSpan.FromSeconds(2.5),
            StartedFrom = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), StartedTo = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), Order = TraceOrder.Longest, Skip = 5, Take = 10,
        },
        new TraceFilter("life", "mlops.stage=a=b", "1", "2.5", "2026-01-31T12:00", "2026-02-01T00:00", "longest").Query(5, 10));

    [Fact]
    public void Query_OfWhatCannotBeRead_LeavesItOutAndSaysSo()
    {
        TraceFilter filter = new(null, "stage", null, "-1", "soon", "later", "newest");
        Assert.Equal(new TraceQuery { Take = 10 }, filter.Query(0, 10));
        Assert.Equal(4, filter.Problems.Count);
        Assert.Empty(filter.Query(0, 10).Problems());
    }

    [Fact]
    public void Command_ListsTheSame() => Assert.Equal(
        ["traces", "--text", "life", "--attribute", "mlops.stage=a=b", "--errors", "--min-seconds", "2.5", "--from", "2026-01-31T12:00", "--to", "2026-02-01T00:00", "--longest"],
        new TraceFilter("life", "mlops.stage=a=b", "1", "2.5", "2026-01-31T12:00", "2026-02-01T00:00", "longest").Command);

    [Fact]
    public void Command_WhatCannotBeAsked_LeavesItOut() => Assert.Equal(["traces"], new TraceFilter("", "stage", null, "-1", "soon", "later", null).Command);
}
