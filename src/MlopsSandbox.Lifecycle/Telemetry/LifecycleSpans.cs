using System.Diagnostics;
using static MlopsSandbox.Lifecycle.Telemetry.TelemetryNames;

namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Starts the spans of a run: <c>run</c> → <c>enqueue</c> → <c>process</c> → <c>stage</c> → <c>trial</c>, <c>fit</c>, <c>check</c>.</summary>
/// <remarks>Each returns null when nobody listens. Dispose to end; a parent that isn't given is the current span.</remarks>
public static class LifecycleSpans
{
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    /// <summary>
    /// Starts the root of a new trace, whatever span is current, and leaves the current span as it was: keep the context in the
    /// run's row and parent to it with <see cref="Enqueue"/>. Links say what caused the run, see <see cref="Link"/>.
    /// </summary>
    public static Activity? StartRun(string workflow, string runId, params IEnumerable<ActivityLink> links)
    {
        var before = Activity.Current;
        Activity.Current = null;
        try
        {
            return Source.StartActivity(Spans.Run(workflow), ActivityKind.Internal, default(ActivityContext), [
                new(Attributes.PipelineName, workflow),
                new(Attributes.PipelineRunId, runId),
                new(Attributes.WorkflowInstanceId, runId),
            ], links);
        }
        finally
        {
            Activity.Current = before;
        }
    }

    /// <summary>The producer's span round the enqueueing of a job; inject its context into the job with <see cref="TraceCarrier.Inject"/>. Its parent is the run's root span.</summary>
    public static Activity? Enqueue(string stage, string queue, ActivityContext run) =>
        Source.StartActivity(Spans.Enqueue(stage), ActivityKind.Producer, run, [
            .. Messaging(operation: "enqueue", type: "send", queue),
            new(Attributes.Stage, stage),
        ]);

    /// <summary>The consumer's span round a job. Its parent, the producer, is what <see cref="TraceCarrier.Extract"/> found in the job.</summary>
    public static Activity? Process(string stage, string queue, string jobId, ActivityContext producer) =>
        Source.StartActivity(Spans.Process(stage), ActivityKind.Consumer, producer, [
            .. Messaging(operation: "process", type: "process", queue),
            new(Attributes.MessagingMessageId, jobId),
            new(Attributes.Stage, stage),
        ]);

    /// <summary>A stage's own work in its job.</summary>
    public static Activity? Stage(string stage, string activityType, string activityId, string executionId, string runId, int attempt) =>
        Source.StartActivity(Spans.Stage(stage), ActivityKind.Internal, default(ActivityContext), [
            new(Attributes.Stage, stage),
            new(Attributes.WorkflowActivityType, activityType),
            new(Attributes.WorkflowInstanceId, runId),
            new(Attributes.PipelineRunId, runId),
            new(Attributes.TaskName, activityId),
            new(Attributes.TaskRunId, executionId),
            new(Attributes.Attempt, attempt),
        ]);

    /// <summary>One trial of a tuning.</summary>
    public static Activity? Trial(int ordinal, string executionId, string runId) =>
        Source.StartActivity(Spans.Trial(ordinal), ActivityKind.Internal, default(ActivityContext), [
            new(Attributes.TrialOrdinal, ordinal),
            new(Attributes.TaskRunId, executionId),
            new(Attributes.PipelineRunId, runId),
        ]);

    /// <summary>A trainer fits a model.</summary>
    public static Activity? Fit(string trainer) =>
        Source.StartActivity(Spans.Fit(trainer), ActivityKind.Internal, default(ActivityContext), [new(Attributes.Trainer, trainer)]);

    /// <summary>A monitor checks one feature; it links to the deployment that is watched.</summary>
    public static Activity? Check(string feature, params IEnumerable<ActivityLink> links) =>
        Source.StartActivity(Spans.Check(feature), ActivityKind.Internal, default(ActivityContext), [new(Attributes.Feature, feature)], links);

    /// <summary>An endpoint answers.</summary>
    public static Activity? Predict(string endpoint, string modelName, int modelVersion) =>
        Source.StartActivity(Spans.Predict(endpoint), ActivityKind.Server, default(ActivityContext), [
            new(Attributes.Endpoint, endpoint),
            new(Attributes.ModelName, modelName),
            new(Attributes.ModelVersion, modelVersion),
        ]);

    /// <summary>A link to a span in another trace, of one of the kinds in <see cref="Links"/>.</summary>
    public static ActivityLink Link(ActivityContext to, string kind) => new(to, new ActivityTagsCollection { [Attributes.LinkKind] = kind });

    /// <summary>Records a failure as OpenTelemetry wants it: exception event, <c>error.type</c> (a stable code, or else the exception's type) and status.</summary>
    public static void Fail(this Activity? span, Exception exception, string? errorType = null)
    {
        if (span is null) return;
        span.AddException(exception);
        span.SetTag(Attributes.ErrorType, errorType ?? exception.GetType().FullName);
        span.SetStatus(ActivityStatusCode.Error, exception.Message);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Messaging(string operation, string type, string queue) =>
    [
        new(Attributes.MessagingSystem, "hangfire"),
        new(Attributes.MessagingOperationName, operation),
        new(Attributes.MessagingOperationType, type),
        new(Attributes.MessagingDestinationName, queue),
    ];
}
