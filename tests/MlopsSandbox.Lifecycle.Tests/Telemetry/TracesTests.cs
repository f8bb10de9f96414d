using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Telemetry;
using OpenTelemetry.Trace;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

public sealed class TracesTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly (string Name, string Value)[] Pairs = [("stage", "train"), ("flag", "true"), ("score", "0.12345678901234567"), ("attempt", "2"), ("list", "[\"a\",1]"), ("say \"hi\"", "yes"), ("stage", "none")];
    private static readonly string[] Texts = ["", "RUN", "life", "0001", "_", "nothing"];
    private readonly TelemetryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Traces_OfARunAndAPrediction_TellRootRunSpansAndFailures()
    {
        var process = _file.Process("alive");
        var root = Open("run lifecycle", Start, default, (TelemetryNames.Attributes.PipelineRunId, "lifecycle-0001"));
        var stage = Open("stage train", Start.AddSeconds(1), root.Context);
        stage.SetStatus(ActivityStatusCode.Error, "no rows");
        End(stage, Start.AddSeconds(5));
        End(root, Start.AddSeconds(6));
        var remote = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
        End(Open("predict telco-churn", Start.AddSeconds(9), remote), Start.AddSeconds(10));
        process.ForceFlush();

        TracesPage page = Traces(new TraceQuery());

        Assert.Equal(2, page.Total);
        Assert.Equal(("predict telco-churn", 1, 0, null), page.Traces[0] is var other ? (other.Name, other.Spans, other.Errors, other.RunId) : default);
        Assert.Equal(
            new TraceSummary { TraceId = root.TraceId.ToHexString(), Name = "run lifecycle", StartedAt = Start, Duration = TimeSpan.FromSeconds(6), Spans = 2, OpenSpans = 0, Errors = 1, Status = SpanStatus.Unset, RunId = "lifecycle-0001" },
            page.Traces[1]);
        Assert.Equal([page.Traces[1]], Traces(new TraceQuery { OnlyErrors = true }).Traces);
    }

    [Fact]
    public void NotedBelow_SomeSpans_GivesThemAndThoseBelowThatNotedSomethingAndNoOthers()
    {
        var process = _file.Process("alive");
        var root = Open("run lifecycle", Start, default);
        root.AddEvent(new ActivityEvent("paused"));
        var stage = Open("stage train", Start.AddSeconds(1), root.Context);
        stage.AddEvent(new ActivityEvent("retry"));
        var quiet = Open("fit sdca", Start.AddSeconds(2), stage.Context);
        var failed = Open("fold 1", Start.AddSeconds(3), quiet.Context);
        failed.AddEvent(new ActivityEvent("exception"));
        var other = Open("stage tune", Start.AddSeconds(4), root.Context);
        other.AddEvent(new ActivityEvent("retry"));
        foreach (var span in new[] { failed, quiet, other, stage, root }) End(span, Start.AddSeconds(5));
        process.ForceFlush();
        using TelemetryReader reader = new(_file.File);
        string trace = root.TraceId.ToHexString();

        Assert.Equal(["stage train", "fold 1"], reader.NotedBelow(trace, [stage.SpanId.ToHexString()]).Select(span => span.Name));
        Assert.Equal(["stage train", "fold 1", "stage tune"], reader.NotedBelow(trace, [stage.SpanId.ToHexString(), other.SpanId.ToHexString()]).Select(span => span.Name));
        Assert.Empty(reader.NotedBelow(trace, []));
    }

    [Fact]
    public void HasLostItsFile_WhenAnotherWasPutInItsPlace_IsTrue()
    {
        _file.Process("alive").ForceFlush();
        using TelemetryReader reader = new(_file.File);
        Assert.False(reader.HasLostItsFile);

        File.Move(_file.File, _file.File + ".old");
        using TelemetryReader other = new(_file.File);

        Assert.True(reader.HasLostItsFile);
        Assert.False(other.HasLostItsFile);
    }

    [Fact]
    public void OneTrace_TellsItsSummaryItsSpansInOutlineAndEachOfThem()
    {
        var process = _file.Process("alive");
        var root = Open("run lifecycle", Start, default);
        var stage = Open("stage train", Start.AddSeconds(1), root.Context, ("mlops.stage", "train"), ("attempt", "2"));
        process.ForceFlush();
        using TelemetryReader reader = new(_file.File);
        string trace = root.TraceId.ToHexString();
        long before = reader.ChangeCount();
        End(stage, Start.AddSeconds(5));
        End(root, Start.AddSeconds(6));
        process.ForceFlush();

        Assert.NotEqual(before, reader.ChangeCount());
        Assert.Equal(reader.Traces(new TraceQuery()).Traces[0], reader.Find(trace));
        Assert.Null(reader.Find("nobody"));
        Assert.Equal(reader.Trace(trace).Select(span => (span.SpanId, span.ParentId, span.Name, span.Kind, span.StartedAt, span.EndedAt, span.Status)),
            reader.Outline(trace).Select(span => (span.SpanId, span.ParentId, span.Name, span.Kind, span.StartedAt, span.EndedAt, span.Status)));
        Assert.Equal("train", reader.Span(trace, stage.SpanId.ToHexString())!.Attributes["mlops.stage"].GetString());
        Assert.Null(reader.Span(trace, "nobody"));
        string[] both = [.. new[] { root, stage }.Select(span => span.SpanId.ToHexString())];
        Assert.Equal([both[1]], reader.Matching(trace, "STAGE TRAIN"));
        Assert.Equal([both[1]], reader.Matching(trace, "mlops.stage=tr"));
        Assert.Equal([both[1]], reader.Matching(trace, "attempt=2"));
        Assert.Empty(reader.Matching(trace, "100%"));
        Assert.True(reader.Matching(trace, "").SetEquals(both));
    }

    [Fact]
    public void Traces_WithAnOpenSpan_HaveNoDurationUntilItsProcessIsKnownToBeDead()
    {
        var process = _file.Process("dead");
        var root = Open("run lifecycle", Start, default);
        End(Open("stage train", Start.AddSeconds(1), root.Context), Start.AddSeconds(4));
        process.ForceFlush();
        Assert.Equal((null, 1), Single() is var open ? (open.Duration, open.OpenSpans) : default);

        _file.Closing().CloseInterrupted(["dead"]);

        Assert.Equal((TimeSpan.FromSeconds(4), 0, SpanStatus.Interrupted), Single() is var closed ? (closed.Duration!.Value, closed.OpenSpans, closed.Status) : default);
    }

    [Theory]
    [InlineData(60, 20, 60)]
    [InlineData(3, 20, 4)]      // the stage ends a second after the run
    public void Traces_RunThatAnotherProcessEnded_TakeUntilTheRunsOwnEnd(int runSeconds, int rootSeconds, int seconds)
    {
        var process = _file.Process("alive");
        var root = Open("run lifecycle", Start, default);
        End(Open("stage train", Start.AddSeconds(1), root.Context), Start.AddSeconds(4));
        End(root, Start.AddSeconds(rootSeconds));
        process.ForceFlush();
        Assert.Equal(TimeSpan.FromSeconds(rootSeconds), Single().Duration);

        _file.Closing().CloseRun(root.TraceId.ToHexString(), root.SpanId.ToHexString(), Start.AddSeconds(runSeconds), SpanStatus.Error);

        Assert.Equal((TimeSpan.FromSeconds(seconds), SpanStatus.Error, 1), Single() is var closed ? (closed.Duration!.Value, closed.Status, closed.Errors) : default);
    }

    [Fact]
    public void Traces_AnyQuery_IsWhatANaiveFilterOfAllSpansGives()
    {
        string[] ids = Fill(new Random(1), traces: 60);
        var reader = _file.Reader();
        SpanRecord[][] all = [.. ids.Select(id => reader.Trace(id).ToArray())];

        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            TraceQuery query = Query(new Random(seed));
            TraceSummary[] expected = [.. Naive(all, query)];
            TracesPage page = reader.Traces(query);
            Assert.Equal(expected.Length, page.Total);
            Assert.Equal(expected.Skip(query.Skip).Take(query.Take), page.Traces);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void Traces_FileOfBefore_HasThoseOfBefore()
    {
        using (var connection = new SqliteConnection($"Data Source={_file.File};Pooling=False"))
        {
            connection.Open();
            connection.Run(TelemetrySchema.Migrations[0]);
            connection.Run("PRAGMA user_version = 1");
            connection.Run("""
                INSERT INTO Span VALUES ('t1', 's1', NULL, 'run lifecycle', 'internal', 'test', 1000, 9000, NULL, 'Ok', NULL, '{"cicd.pipeline.run.id":"lifecycle-0001"}', '[]', '[{"traceId":"t0","spanId":"s0","attributes":{}}]', 'p'),
                    ('t1', 's2', 's1', 'stage train', 'internal', 'test', 2000, 5000, NULL, 'Error', NULL, '{}', '[]', '[]', 'p')
                """);
        }

        TraceSummary trace = Single();

        Assert.Equal(("run lifecycle", 2, 1, "lifecycle-0001", TimeSpan.FromMicroseconds(8)), (trace.Name, trace.Spans, trace.Errors, trace.RunId, trace.Duration));
        Assert.Equal("s1", Assert.Single(_file.Reader().LinkedFrom("t0")).SpanId);
    }

    [Fact]
    public void Traces_HalfAnAttribute_SaysWhatIsExpected() =>
        Assert.Equal("attribute is 'mlops.stage='; expected a name and a value, such as mlops.stage=train.",
            Assert.Throws<ArgumentException>(() => Traces(new TraceQuery { AttributeName = "mlops.stage" })).Message);

    [Fact]
    public void LinkedFrom_ATraceThatCausedAnother_GivesTheSpansThatSaySo()
    {
        var process = _file.Process("alive");
        var check = Open("run monitor", Start, default);
        End(check, Start.AddSeconds(1));
        Activity.Current = null;
        var retrain = _file.Source.StartActivity("run retrain", ActivityKind.Internal, default(ActivityContext), links: [new ActivityLink(check.Context)], startTime: Start.AddSeconds(2))!;
        var late = Open("check feature", Start.AddSeconds(3), default);
        process.ForceFlush();
        late.AddLink(new ActivityLink(check.Context));
        End(late, Start.AddSeconds(4));
        End(retrain, Start.AddSeconds(5));
        process.ForceFlush();

        Assert.Equal([late.SpanId.ToHexString(), retrain.SpanId.ToHexString()], _file.Reader().LinkedFrom(check.TraceId.ToHexString()).Select(span => span.SpanId));
        Assert.Single(_file.Reader().LinkedFrom(check.TraceId.ToHexString(), most: 1));
        Assert.Empty(_file.Reader().LinkedFrom(retrain.TraceId.ToHexString()));
    }

    private TracesPage Traces(TraceQuery query) => _file.Reader().Traces(query);

    private TraceSummary Single() => Assert.Single(Traces(new TraceQuery()).Traces);

    private static TraceQuery Query(Random random)
    {
        (string, string)? pair = random.Next(3) == 0 ? Pairs[random.Next(Pairs.Length)] : null;
        return new()
        {
            Text = Texts[random.Next(Texts.Length)],
            AttributeName = pair?.Item1,
            AttributeValue = pair?.Item2,
            OnlyErrors = random.Next(4) == 0,
            MinimumDuration = random.Next(4) == 0 ? TimeSpan.FromSeconds(random.Next(20)) : null,
            StartedFrom = random.Next(4) == 0 ? Start.AddSeconds(random.Next(60)) : null,
            StartedTo = random.Next(4) == 0 ? Start.AddSeconds(random.Next(60)) : null,
            Order = (TraceOrder)random.Next(2),
            Skip = random.Next(20),
            Take = random.Next(1, 40),
        };
    }

    private static IEnumerable<TraceSummary> Naive(IEnumerable<SpanRecord[]> all, TraceQuery query) => all
        .Where(spans => query.AttributeName is null || spans.Any(span => span.Attributes.TryGetValue(query.AttributeName, out var value) && Text(value) == query.AttributeValue))
        .Select(Summary)
        .Where(trace => (trace.Name + "\n" + trace.RunId).Contains(query.Text!, StringComparison.OrdinalIgnoreCase)
            && (!query.OnlyErrors || trace.Errors > 0) && (query.MinimumDuration is null || trace.Duration >= query.MinimumDuration)
            && !(trace.StartedAt < query.StartedFrom) && !(trace.StartedAt >= query.StartedTo))
        .OrderByDescending(trace => query.Order == TraceOrder.Longest ? trace.Duration?.Ticks ?? -1 : trace.StartedAt.Ticks)
        .ThenByDescending(trace => trace.TraceId, StringComparer.Ordinal);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static TraceSummary Summary(SpanRecord[] spans)
    {
        var root = spans.OrderBy(span => span.ParentId is not null).ThenBy(span => span.StartedAt).ThenBy(span => span.SpanId, StringComparer.Ordinal).First();
        return new()
        {
            TraceId = root.TraceId,
            Name = root.Name,
            StartedAt = spans.Min(span => span.StartedAt),
            Duration = spans.Any(span => span.EndedAt is null) ? null : spans.Max(span => span.EndedAt) - spans.Min(span => span.StartedAt),
            Spans = spans.Length,
            OpenSpans = spans.Count(span => span.EndedAt is null),
            Errors = spans.Count(span => span.Status == SpanStatus.Error),
            Status = root.Status,
            RunId = spans.Select(span => span.Attributes.TryGetValue(TelemetryNames.Attributes.PipelineRunId, out var run) ? run.GetString() : null).FirstOrDefault(run => run is not null),
        };
    }

    private string[] Fill(Random random, int traces)
    {
        var process = _file.Process("alive");
        List<string> ids = [];
        for (int i = 0; i < traces; i++)
        {
            var at = Start.AddSeconds(i / 2);
            var root = Open(random.Next(2) == 0 ? "run lifecycle" : "check", at, default);
            if (random.Next(2) == 0) root.SetTag(TelemetryNames.Attributes.PipelineRunId, $"lifecycle-{i:0000}");
            for (int k = random.Next(5); k > 0; k--) Child(random, root, at.AddSeconds(random.Next(5)));
            if (random.Next(5) > 0) End(root, at.AddSeconds(random.Next(10, 20)));
            process.ForceFlush();
            if (random.Next(5) == 0) _file.Closing().CloseRun(root.TraceId.ToHexString(), root.SpanId.ToHexString(), at.AddSeconds(random.Next(20)), SpanStatus.Error);
            ids.Add(root.TraceId.ToHexString());
        }
        return [.. ids];
    }

    private void Child(Random random, Activity root, DateTimeOffset at)
    {
        var span = Open("stage", at, root.Context, ("stage", random.Next(2) == 0 ? "train" : "prep"), ("score", 0.12345678901234567));
        if (random.Next(2) == 0) span.SetTag("stage", "none").SetTag("flag", true).SetTag("attempt", 2).SetTag("list", new object[] { "a", 1 }).SetTag("say \"hi\"", "yes");
        if (random.Next(3) == 0) span.SetTag("score", 0.5).SetStatus(ActivityStatusCode.Error);
        if (random.Next(6) > 0) End(span, at.AddSeconds(random.Next(1, 10)));
    }

    private Activity Open(string name, DateTimeOffset at, ActivityContext parent, params (string Name, object Value)[] attributes)
    {
        Activity.Current = null;
        return _file.Source.StartActivity(name, ActivityKind.Internal, parent, attributes.Select(one => KeyValuePair.Create(one.Name, (object?)one.Value)), startTime: at)!;
    }

    private static void End(Activity span, DateTimeOffset at)
    {
        span.SetEndTime(at.UtcDateTime);
        span.Dispose();
    }
}
