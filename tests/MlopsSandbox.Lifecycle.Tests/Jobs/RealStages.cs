using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>The stages as they are shipped, and the workflows that are drawn with them.</summary>
internal static class RealStages
{
    public static readonly StageTypes Types = new(
        [new IngestStage(), new PrepStage(), new TrainStage(), new TuneStage(), new EvaluateStage(), new DeployStage(), new MonitorStage()]);

    public static WorkflowDefinition Workflow(string name) =>
        DefinitionFolder.Load(Path.Combine(Scenarios.Shipped.Root, "workflows", $"{name}.json"), Types.Activities);
}
