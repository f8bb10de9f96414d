namespace MlopsSandbox.Walkthrough;

/// <summary>What the stages are called elsewhere, so that what is learned here can be found there.</summary>
internal static class StageGlossary
{
    private static readonly Dictionary<string, ElsewhereName[]> Known = new(StringComparer.Ordinal)
    {
        ["ingest"] =
        [
            new("AWS Glue", "a crawler fills the Data Catalog"), new("SageMaker", "Feature Store, its offline store"), new("Airflow", "a sensor, then a transfer operator"),
            new("MLflow", "a dataset that a run logs as its input"), new("Kubeflow", "an importer, or a component that gives a Dataset artifact"), new("Vertex AI", "a managed dataset"),
        ],
        ["prep"] =
        [
            new("AWS Glue", "an ETL job; DataBrew"), new("SageMaker", "a Processing job; Data Wrangler"), new("Airflow", "a task that transforms"),
            new("MLflow", "the preprocessing steps that are logged with the model"), new("Kubeflow", "a preprocessing component; Spark Operator"), new("Vertex AI", "a Dataflow or Spark step of a pipeline"),
        ],
        ["train"] =
        [
            new("SageMaker", "a training job"), new("Step Functions", "a Parallel state of training tasks"), new("Airflow", "tasks side by side, by a training operator"),
            new("MLflow", "a run with its parameters, metrics and model"), new("Kubeflow", "Trainer, a TrainJob"), new("Vertex AI", "a custom training job"),
        ],
        ["tune"] =
        [
            new("SageMaker", "automatic model tuning: a hyperparameter tuning job"), new("Step Functions", "a Map state over trials"), new("Airflow", "dynamic task mapping"),
            new("MLflow", "child runs of one parent run"), new("Kubeflow", "a Katib experiment with its trials"), new("Vertex AI", "a hyperparameter tuning job, by Vizier"),
        ],
        ["evaluate"] =
        [
            new("SageMaker", "a Processing job before the condition step of a pipeline"), new("Step Functions", "a Choice state"), new("Airflow", "a branch operator"),
            new("MLflow", "mlflow.evaluate with validation thresholds"), new("Kubeflow", "a metrics artifact and dsl.If"), new("Vertex AI", "model evaluation, then a condition"),
        ],
        ["deploy"] =
        [
            new("SageMaker", "Model Registry, then an endpoint with a production variant"), new("Step Functions", "a task that waits for a callback token, where people approve"), new("Airflow", "a deployment task"),
            new("MLflow", "the registry's alias champion; model serving"), new("Kubeflow", "Model Registry and a KServe InferenceService"), new("Vertex AI", "Model Registry, then an endpoint with a traffic split"),
        ],
        ["monitor"] =
        [
            new("SageMaker", "Model Monitor: data capture, baseline, monitoring schedule; Clarify"), new("CloudWatch", "an alarm, and EventBridge that starts the retrain"), new("Airflow", "a scheduled DAG that triggers another"),
            new("MLflow", "evaluation of logged traces and tables"), new("Kubeflow", "KServe's payload logger with a drift detector"), new("Vertex AI", "Model Monitoring"),
        ],
    };

    /// <summary>The stage's names on other platforms; empty for a stage that has none.</summary>
    public static IReadOnlyList<ElsewhereName> Names(string stage) => Known.GetValueOrDefault(stage, []);

    /// <summary>The stage's names on Amazon's platforms, in one line; null for a stage that has none.</summary>
    public static string? Elsewhere(string stage) => Names(stage) is { Count: > 0 } names
        ? string.Join("; ", names.Where(name => name.IsAmazons).Select(name => $"{name.Platform}: {name.Term}"))
        : null;
}
