using System.Text.Json;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Rendering;
using Spectre.Console.Testing;

namespace MlopsSandbox.Tests.Rendering;

public class TracePageTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Draw_JobWithStage_ShowsTreeBarsAndBothTimes()
    {
        using TestConsole console = new() { Profile = { Width = 72 } };

        TracePage.Draw(console, "lifecycle-0001", [Span("1", null, "run lifecycle", 0, 4), Span("2", "1", "enqueue ingest", 0, 0, "producer"),
            Span("3", "2", "process ingest", 1, 3, "consumer"), Span("4", "3", "stage ingest", 2, 2)], _ => null);

        Assert.Equal(
            """
            lifecycle-0001  trace 0af7  4 spans
            run lifecycle      ████████████████████████████████████████      4.00 s
            └ enqueue ingest   █                                             < 1 ms
              └ process ingest           ██████████████████████████████      3.00 s
                └ stage ingest                     ████████████████████      2.00 s

            jobs took 3.00 s; the stages and trials in them worked 2.00 s.
            """, Trimmed(console.Output));
    }

    [Fact]
    public void Draw_LinkedRun_NamesIt()
    {
        using TestConsole console = new() { Profile = { Width = 100 } };
        SpanRecord root = Span("1", null, "run lifecycle", 0, 1) with { Links = [new SpanLinkRecord("feed", "beef", new Dictionary<string, JsonElement>())] };

        TracePage.Draw(console, "lifecycle-0002", [root], trace => trace == "feed" ? "monitor-0009" : null);

        Assert.Contains("  linked to monitor-0009, span beef", console.Lines);
    }

    [Fact]
    public void Draw_NarrowTerminal_LeavesTheBarsOut()
    {
        using TestConsole console = new() { Profile = { Width = 50 } };

        TracePage.Draw(console, "lifecycle-0002", [Span("1", null, "run lifecycle", 0, 1)], _ => null);

        Assert.DoesNotContain("█", console.Output, StringComparison.Ordinal);
        Assert.All(console.Lines, line => Assert.True(line.Length <= 50, line));
    }

    private static string Trimmed(string output) => string.Join('\n', output.TrimEnd().Split('\n').Select(line => line.TrimEnd()));

    private static SpanRecord Span(string id, string? parent, string name, double fromSeconds, double seconds, string kind = "internal") => new()
    {
        TraceId = "0af7",
        SpanId = id,
        ParentId = parent,
        Name = name,
        Kind = kind,
        Source = "MlopsSandbox.Lifecycle",
        StartedAt = Start.AddSeconds(fromSeconds),
        EndedAt = Start.AddSeconds(fromSeconds + seconds),
        Status = SpanStatus.Unset,
        Owner = "test",
    };
}
