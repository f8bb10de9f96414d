using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Catalog;

public sealed class CatalogJsonTests
{
    [Fact]
    public void Options_ARun_IsShownInTheAgreedShape()
    {
        DateTimeOffset started = new(2026, 11, 24, 10, 0, 0, 250, TimeSpan.Zero);
        StageExecutionRow stage = new()
        {
            ActivityId = "train-sdca", Stage = "train", Trial = null, Attempt = 1, Status = ExecutionStatus.Succeeded, Outcome = "Done", StartedAt = started,
            Metrics = new Dictionary<string, double> { ["auc"] = 0.84 },
            Outputs = new Dictionary<string, StageOutput>
            {
                ["model"] = new(OutputKinds.Model, ContentHash.Of("m"u8)),
                ["rows"] = new(OutputKinds.Value, null, JsonSerializer.SerializeToElement(60)),
            },
            JobId = "7", SpanId = "00f067aa0ba902b7", Error = null, RunId = "lifecycle-0007", ExecutionId = "flow:train-sdca#0", Type = "MlopsSandbox.Train",
            Settings = default, EndedAt = started.AddSeconds(1.5),
        };
        RunRow run = new()
        {
            Id = "lifecycle-0007", Workflow = "lifecycle", WorkflowVersion = 1, Scenario = "telco-churn", Status = RunStatus.Running, StartedAt = started, EndedAt = null,
            SimulatedAt = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), Seed = 42, Cause = new RunCause("drift", "drift-0003"), Error = null, Stages = [stage],
            Journal = [new JournalRow("ingest", "MlopsSandbox.Ingest", "Done", null, "flow:ingest#0")],
            RootSeed = 42, ScenarioFolder = "/x", ModelName = "telco-churn", StoryId = null, ParentRunId = null, DefinitionHash = "sha256:0", SpanContext = default,
        };
        Assert.Equal("""
            {
              "id": "lifecycle-0007",
              "workflow": "lifecycle",
              "workflowVersion": 1,
              "scenario": "telco-churn",
              "status": "running",
              "startedAt": "2026-11-24T10:00:00.250Z",
              "endedAt": null,
              "durationSeconds": null,
              "simulatedAt": "2026-01-05T00:00:00.000Z",
              "seed": 42,
              "cause": {
                "kind": "drift",
                "id": "drift-0003"
              },
              "traceId": null,
              "error": null,
              "tags": [],
              "stages": [
                {
                  "activityId": "train-sdca",
                  "stage": "train",
                  "attempt": 1,
                  "status": "succeeded",
                  "outcome": "Done",
                  "cached": false,
                  "startedAt": "2026-11-24T10:00:00.250Z",
                  "durationSeconds": 1.5,
                  "metrics": {
                    "auc": 0.84
                  },
                  "outputs": {
                    "model": "sha256:62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a",
                    "rows": 60
                  },
                  "jobId": "7",
                  "spanId": "00f067aa0ba902b7",
                  "error": null
                }
              ],
              "journal": [
                {
                  "activityId": "ingest",
                  "type": "MlopsSandbox.Ingest",
                  "outcome": "Done",
                  "text": null,
                  "executionId": "flow:ingest#0"
                }
              ]
            }
            """, JsonSerializer.Serialize(run, CatalogJson.Options));
    }
}
