using System.Globalization;
using Microsoft.Data.Sqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>Writes the traces: one for each run, and requests to an endpoint between them. Most have about 50 spans.</summary>
internal static class SeededTraces
{
    private const int SpansOfATrace = 50;
    private const int TracesOfATransaction = 1_000;
    private const string CacheOf200Megabytes = "PRAGMA cache_size = -200000";
    private static readonly string[] Stages = ["ingest", "prep", "train", "tune", "evaluate", "deploy"];

    public static void Write(string file, IReadOnlyList<SeededRun> runs, SeedSizes sizes)
    {
        Random random = new(sizes.Seed + 2);
        SeedProgress progress = new("spans", sizes.Spans);
        using SqliteConnection connection = TelemetryDatabase.Open(file);
        connection.Run(CacheOf200Megabytes);
        using SqliteCommand command = SpanWrite.Prepare(connection);
        SeededSpans spans = new(command, random);
        int traces = Math.Max(1, sizes.Spans / SpansOfATrace);
        for (int first = 0; first < traces && spans.Written < sizes.Spans; first += TracesOfATransaction)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            command.Transaction = transaction;
            for (int trace = first; trace < Math.Min(traces, first + TracesOfATransaction); trace++)
                WriteTrace(spans, random, runs, trace, traces, Math.Min(SpansOfATrace, sizes.Spans - spans.Written));
            transaction.Commit();
            progress.At(spans.Written);
        }
    }

    // Of the traces, which lie in order of time, as many as there are runs are those of runs.
    private static void WriteTrace(SeededSpans spans, Random random, IReadOnlyList<SeededRun> runs, int trace, int traces, int count)
    {
        long before = (long)trace * runs.Count / traces, after = (trace + 1L) * runs.Count / traces;
        if (after > before) WriteRun(spans, runs[(int)before], count);
        else WriteRequests(spans, random, SeededHome.Start.AddMinutes(90.0 * runs.Count * trace / traces), count);
    }

    private static void WriteRun(SeededSpans spans, SeededRun run, int count)
    {
        string id = run.Id;
        spans.Begin(run.Span.TraceId.ToHexString());
        string root = spans.Add(Spans.Run(run.Workflow), "internal", null, run.StartedAt, run.Duration, run.Span.SpanId.ToHexString(),
            (Attributes.PipelineName, run.Workflow), (Attributes.PipelineRunId, id), (Attributes.WorkflowInstanceId, id), (Attributes.Scenario, run.Scenario));
        int left = count - 1;
        TimeSpan each = run.Duration / Stages.Length;
        for (int i = 0; i < Stages.Length && left > 0; i++) left -= WriteStage(spans, run, root, Stages[i], run.StartedAt + (i * each), each, Math.Min(left, i == Stages.Length - 1 ? left : left / (Stages.Length - i)));
    }

    private static int WriteStage(SeededSpans spans, SeededRun run, string root, string stage, DateTimeOffset at, TimeSpan duration, int count)
    {
        bool fails = run.Status == RunStatus.Failed && stage == Stages[^1];
        string producer = spans.Add(Spans.Enqueue(stage), "producer", root, at, duration / 100, null, (Attributes.MessagingSystem, "hangfire"), (Attributes.MessagingOperationName, "enqueue"), (Attributes.Stage, stage));
        if (count < 2) return 1;
        string consumer = spans.Add(Spans.Process(stage), "consumer", producer, at + (duration / 100), duration * 0.98, null,
            (Attributes.MessagingSystem, "hangfire"), (Attributes.MessagingOperationName, "process"), (Attributes.MessagingMessageId, spans.Written.ToString(CultureInfo.InvariantCulture)), (Attributes.Stage, stage));
        if (count < 3) return 2;
        string work = spans.Add(Spans.Stage(stage), "internal", consumer, at + (duration / 50), duration * 0.96, null, fails, (Attributes.Stage, stage), (Attributes.PipelineRunId, run.Id),
            (Attributes.WorkflowInstanceId, run.Id), (Attributes.TaskName, stage), (Attributes.TaskRunId, $"{stage}#1"), (Attributes.Attempt, 1));
        for (int i = 3; i < count; i++) spans.Add(Spans.Fit("fasttree"), "internal", work, at + (duration / 50) + (duration * 0.9 * (i - 3) / count), duration * 0.9 / count, null, (Attributes.Trainer, "fasttree"), (Attributes.TrialOrdinal, i - 3));
        return count;
    }

    private static void WriteRequests(SeededSpans spans, Random random, DateTimeOffset at, int count)
    {
        spans.Begin(SeededIds.Trace(random).ToHexString());
        string root = spans.Add("POST /api/predict", "server", null, at, TimeSpan.FromMilliseconds(count), null, ("http.request.method", "POST"), (Attributes.Endpoint, "telco-churn"));
        for (int i = 1; i < count; i++)
        {
            spans.Add(Spans.Predict("telco-churn"), "internal", root, at.AddMilliseconds(i - 1), TimeSpan.FromMilliseconds(random.NextDouble()), null,
                (Attributes.Endpoint, "telco-churn"), (Attributes.ModelName, "telco-churn"), (Attributes.ModelVersion, 1 + random.Next(500)));
        }
    }
}
