namespace MlopsSandbox.Lifecycle.Telemetry;

/// <summary>Every name that the Lifecycle library emits: source, spans, attributes, events and metrics.</summary>
/// <remarks>
/// OpenTelemetry's registered attributes come first (<c>cicd.pipeline.*</c>, <c>messaging.*</c>, <c>error.type</c>), then Elsa's
/// (<c>workflow.*</c>), then our own under <c>mlops.</c>.
/// </remarks>
public static class TelemetryNames
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Source = "MlopsSandbox.Lifecycle";

    /// <summary>Span names: a verb or a noun of the field, and what it is about.</summary>
    public static class Spans
    {
        /// <summary>The root of a run's trace.</summary>
        public static string Run(string workflow) => $"run {workflow}";
        /// <summary>The producer: a stage is handed to the job queue.</summary>
        public static string Enqueue(string stage) => $"enqueue {stage}";
        /// <summary>The consumer: a worker has taken the job.</summary>
        public static string Process(string stage) => $"process {stage}";
        /// <summary>A stage's own work.</summary>
        public static string Stage(string stage) => $"stage {stage}";
        /// <summary>One trial of a tuning, by its ordinal from 0.</summary>
        public static string Trial(int ordinal) => FormattableString.Invariant($"trial {ordinal}");
        /// <summary>A trainer fits a model.</summary>
        public static string Fit(string trainer) => $"fit {trainer}";
        /// <summary>A monitor's check of one feature, or of <c>prediction</c> or <c>quality</c>.</summary>
        public static string Check(string feature) => $"check {feature}";
        /// <summary>An endpoint answers a request.</summary>
        public static string Predict(string endpoint) => $"predict {endpoint}";
    }

    /// <summary>Attribute keys.</summary>
    public static class Attributes
    {
        /// <summary>The workflow's name.</summary>
        public const string PipelineName = "cicd.pipeline.name";
        /// <summary>The run's id, such as <c>lifecycle-0007</c>.</summary>
        public const string PipelineRunId = "cicd.pipeline.run.id";
        /// <summary>How the run ended: <c>success</c>, <c>failure</c>, <c>cancellation</c>, <c>error</c>.</summary>
        public const string PipelineResult = "cicd.pipeline.result";
        /// <summary>The activity's id in the definition.</summary>
        public const string TaskName = "cicd.pipeline.task.name";
        /// <summary>The execution's id, <c>nodeId#visit</c>.</summary>
        public const string TaskRunId = "cicd.pipeline.task.run.id";
        /// <summary>How the execution ended, in the words of <see cref="PipelineResult"/>.</summary>
        public const string TaskRunResult = "cicd.pipeline.task.run.result";

        /// <summary>The job system; always <c>hangfire</c>.</summary>
        public const string MessagingSystem = "messaging.system";
        /// <summary>What is done with the message: <c>enqueue</c> or <c>process</c>.</summary>
        public const string MessagingOperationName = "messaging.operation.name";
        /// <summary>Registered kind of the operation: <c>send</c> or <c>process</c>.</summary>
        public const string MessagingOperationType = "messaging.operation.type";
        /// <summary>The queue.</summary>
        public const string MessagingDestinationName = "messaging.destination.name";
        /// <summary>The Hangfire job's id.</summary>
        public const string MessagingMessageId = "messaging.message.id";

        /// <summary>Class of the failure: a stable code or an exception's type.</summary>
        public const string ErrorType = "error.type";

        /// <summary>Elsa: the instance's id.</summary>
        public const string WorkflowInstanceId = "workflow.instance.id";
        /// <summary>Elsa: the definition's id.</summary>
        public const string WorkflowDefinitionId = "workflow.definition.id";
        /// <summary>Elsa: the activity's type, such as <c>MlopsSandbox.Train</c>.</summary>
        public const string WorkflowActivityType = "workflow.activity.type";
        /// <summary>Elsa: the port that the activity left by.</summary>
        public const string WorkflowActivityOutcome = "workflow.activity.outcome";

        /// <summary>The stage, such as <c>train</c>.</summary>
        public const string Stage = "mlops.stage";
        /// <summary>The attempt at an execution, from 1.</summary>
        public const string Attempt = "mlops.attempt";
        /// <summary>True when an earlier execution's outputs were taken instead of working.</summary>
        public const string Cached = "mlops.stage.cached";
        /// <summary>The run whose outputs were taken.</summary>
        public const string CachedFrom = "mlops.stage.cached.run.id";
        /// <summary>The scenario's name.</summary>
        public const string Scenario = "mlops.scenario";
        /// <summary>Ordinal of a trial, from 0.</summary>
        public const string TrialOrdinal = "mlops.trial.ordinal";
        /// <summary>The trainer, such as <c>fasttree</c>.</summary>
        public const string Trainer = "mlops.trainer";
        /// <summary>The feature that a check looks at.</summary>
        public const string Feature = "mlops.feature";
        /// <summary>The statistical test of a check.</summary>
        public const string DriftTest = "mlops.drift.test";
        /// <summary>Whether a check raised an alarm.</summary>
        public const string Drifted = "mlops.drifted";
        /// <summary>Content hash of a dataset version.</summary>
        public const string DatasetVersion = "mlops.dataset.version";
        /// <summary>Model group.</summary>
        public const string ModelName = "mlops.model.name";
        /// <summary>Version in the model group.</summary>
        public const string ModelVersion = "mlops.model.version";
        /// <summary>The endpoint.</summary>
        public const string Endpoint = "mlops.endpoint";
        /// <summary>Simulated time, ISO 8601.</summary>
        public const string SimulatedAt = "mlops.simulated.at";
        /// <summary>Why a run exists: <c>manual</c>, <c>schedule</c>, <c>drift</c>, <c>quality</c>, <c>dispatch</c>.</summary>
        public const string CauseKind = "mlops.cause.kind";
        /// <summary>Id of what caused a run.</summary>
        public const string CauseId = "mlops.cause.id";
        /// <summary>What a link leads to: <c>drift-check</c>, <c>deployment</c>, <c>parent-run</c>, <c>rerun</c>.</summary>
        public const string LinkKind = "mlops.link.kind";

        /// <summary>A figure of a stage, such as <c>mlops.metric.auc</c>.</summary>
        public static string Metric(string name) => $"mlops.metric.{name}";
    }

    /// <summary>Values of <see cref="Attributes.PipelineResult"/> and <see cref="Attributes.TaskRunResult"/>, as OpenTelemetry registers them.</summary>
    public static class Results
    {
        /// <summary>It did what it is for; a rejected candidate too.</summary>
        public const string Success = "success";
        /// <summary>It could not, for a reason in its work.</summary>
        public const string Failure = "failure";
        /// <summary>It was cancelled.</summary>
        public const string Cancellation = "cancellation";
        /// <summary>The machinery failed, such as a process that died.</summary>
        public const string Error = "error";
        /// <summary>It was not needed.</summary>
        public const string Skip = "skip";
    }

    /// <summary>Values of <see cref="Attributes.LinkKind"/>.</summary>
    public static class Links
    {
        /// <summary>From a retrain run to the drift check that caused it.</summary>
        public const string DriftCheck = "drift-check";
        /// <summary>From a drift check to the deployment that it watches.</summary>
        public const string Deployment = "deployment";
        /// <summary>From a dispatched run to the run that dispatched it.</summary>
        public const string ParentRun = "parent-run";
        /// <summary>From a rerun to the run that it repeats.</summary>
        public const string Rerun = "rerun";
    }

    /// <summary>Span events.</summary>
    public static class Events
    {
        /// <summary>The stage is tried again.</summary>
        public const string Retry = "mlops.retry";
        /// <summary>The process died while the span was open; <c>telemetry.db</c> only.</summary>
        public const string Interrupted = "mlops.interrupted";
    }

    /// <summary>Metrics, with units in UCUM.</summary>
    public static class Metrics
    {
        /// <summary>Histogram, s: a stage's own work.</summary>
        public const string StageDuration = "mlops.stage.duration";
        /// <summary>Up-down counter, {run}: runs that this process has started and not seen end.</summary>
        public const string RunActive = "mlops.run.active";
        /// <summary>Histogram, s: an endpoint's answer.</summary>
        public const string PredictionDuration = "mlops.prediction.duration";
        /// <summary>Gauge, 1: a check's last score, by endpoint and feature.</summary>
        public const string DriftScore = "mlops.drift.score";
        /// <summary>Counter, {run}: retrain runs dispatched.</summary>
        public const string RetrainCount = "mlops.retrain.count";
    }
}
