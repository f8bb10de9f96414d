using System.Text.Json;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Windows;

namespace MlopsSandbox.Lifecycle.Tests.Monitor.Windows;

/// <summary>Which requests each kind of window holds: a request an hour since the deployment, its label two days later.</summary>
public sealed class WindowRuleTests
{
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly CapturedRequest[] Hourly = [.. Enumerable.Range(0, 20 * 24).Select(hour => RequestAt(hour, Since.AddHours(hour)))];

    [Fact]
    public void SlidingDays_Check_HoldsTheLastDays()
    {
        (WindowSpan span, IReadOnlyList<CapturedRequest> served) = At(new SlidingDays(3), day: 10);

        Assert.Equal((Since.AddDays(7), Since.AddDays(10)), (span.Start, span.End));
        Assert.Equal((72, 7 * 24), (served.Count, served[0].Sequence));
    }

    [Fact]
    public void SlidingRows_Check_HoldsTheLastRequestsFromTheFirstOfThemOn()
    {
        (WindowSpan span, IReadOnlyList<CapturedRequest> served) = At(new SlidingRows(100), day: 10);

        Assert.Equal(Enumerable.Range(140, 100), served.Select(request => (int)request.Sequence));
        Assert.Equal((Since.AddHours(140), Since.AddDays(10)), (span.Start, span.End));
    }

    [Fact]
    public void SlidingRows_RequestsOfTheSameMoment_HoldsNoMoreThanAsked()
    {
        CapturedRequest[] burst = [.. Enumerable.Range(0, 10).Select(i => RequestAt(i, Since.AddDays(1)))];

        WindowSpan span = new SlidingRows(4).At(Since, Since.AddDays(2), burst.Select(request => request.ServedAt));

        Assert.Equal([6, 7, 8, 9], span.ServedIn(burst).Select(request => request.Sequence));
    }

    [Fact]
    public void SlidingRows_FewerRequests_HoldsAll() => Assert.Equal(24, At(new SlidingRows(100), day: 1).Served.Count);

    [Fact]
    public void SlidingRows_NoRequests_ReachesBackToTheDeployment() => Assert.Equal(new WindowSpan(Since, Since.AddDays(3)) { MostRows = 9 }, new SlidingRows(9).At(Since, Since.AddDays(3), []));

    [Theory]
    [InlineData(7, 0, 7)]
    [InlineData(10, 0, 7)]
    [InlineData(13, 0, 7)]
    [InlineData(14, 7, 14)]
    public void TumblingDays_Check_HoldsTheLastWholeWindow(int day, int start, int end)
    {
        (WindowSpan span, IReadOnlyList<CapturedRequest> served) = At(new TumblingDays(7), day);

        Assert.Equal((Since.AddDays(start), Since.AddDays(end)), (span.Start, span.End));
        Assert.Equal((7 * 24, start * 24), (served.Count, served[0].Sequence));
    }

    [Fact]
    public void TumblingDays_BeforeTheFirstIsFull_JudgesNothingAndSaysWhen()
    {
        (WindowSpan span, IReadOnlyList<CapturedRequest> served) = At(new TumblingDays(7), day: 6);

        Assert.Equal("The first window of 7 days is full at 2026-01-08 00:00 (simulated time); nothing is judged before.", span.NotJudged);
        Assert.Empty(served);
        Assert.Empty(span.LabelledIn(Hourly));
        Assert.Empty(span.DueIn(Hourly, 2));
    }

    [Fact]
    public void GrowingWindow_Check_HoldsEverythingSinceTheDeployment() => Assert.Equal(10 * 24, At(new GrowingWindow(), day: 10).Served.Count);

    [Theory]
    [MemberData(nameof(Rules))]
    public void At_EveryKind_NeverLooksBeyondTheCheck(WindowRule rule)
    {
        for (int day = 0; day < 20; day++)
        {
            WindowSpan span = At(rule, day).Span;
            Assert.True(span.Start <= span.End && span.End <= Since.AddDays(day));
            Assert.All(span.LabelledIn(Hourly), request => Assert.True(request.LabelAt > span.Start && request.LabelAt <= span.End));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void FirstRead_EveryKind_GivesTheSameWindowAsAllRequests(WindowRule rule)
    {
        for (int day = 0; day < 20; day++)
        {
            DateTimeOffset now = Since.AddDays(day), first = rule.FirstRead(Since, now, lookBackDays: 1, delayDays: 2);
            CapturedRequest[] read = [.. Hourly.Where(request => request.ServedAt >= first && request.ServedAt < now)];
            (WindowSpan whole, IReadOnlyList<CapturedRequest> served) = At(rule, day);
            WindowSpan span = rule.At(Since, now, read.Select(request => request.ServedAt));
            Assert.Equal(whole, span);
            Assert.Equal(served, span.ServedIn(read));
            Assert.Equal(whole.LabelledIn(Hourly), span.LabelledIn(read));
            Assert.Equal(whole.DueIn(Hourly, 2), span.DueIn(read, 2));
        }
    }

    [Fact] // served on days 5 to 7, two days before the labels came on days 7 to 9
    public void LabelledIn_AWindow_HoldsWhatArrivedInItWheneverItWasServed()
    {
        long[] arrived = [.. At(new SlidingDays(3), day: 10).Span.LabelledIn(Hourly).Select(request => request.Sequence)];

        Assert.Equal(Enumerable.Range((5 * 24) + 1, 72).Select(hour => (long)hour), arrived);
    }

    public static TheoryData<WindowRule> Rules() => [new SlidingDays(3), new SlidingRows(50), new TumblingDays(4), new GrowingWindow()];

    private static (WindowSpan Span, IReadOnlyList<CapturedRequest> Served) At(WindowRule rule, int day)
    {
        DateTimeOffset now = Since.AddDays(day);
        CapturedRequest[] served = [.. Hourly.Where(request => request.ServedAt < now)];
        WindowSpan span = rule.At(Since, now, served.Select(request => request.ServedAt));
        return (span, span.ServedIn(served));
    }

    private static CapturedRequest RequestAt(int sequence, DateTimeOffset at) => new(sequence, sequence, at, new Dictionary<string, JsonElement>(), 0.5, 1, 1, at.AddDays(2));
}
