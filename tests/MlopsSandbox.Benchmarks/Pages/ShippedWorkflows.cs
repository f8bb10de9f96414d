using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Benchmarks.Pages;

/// <summary>The repository's own workflows, by definition id.</summary>
internal static class ShippedWorkflows
{
    public static Dictionary<string, WorkflowDefinition> Read()
    {
        StageTypes stages = new([new IngestStage(), new PrepStage(), new TrainStage(), new TuneStage(), new EvaluateStage(), new DeployStage(), new MonitorStage()]);
        return Directory.GetFiles(Path.Combine(Repository(), "workflows"), "*.json")
            .Select(file => DefinitionReader.Read(File.ReadAllText(file), file, stages.Activities).Definition).OfType<WorkflowDefinition>()
            .ToDictionary(definition => definition.DefinitionId);
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlopsSandbox.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this within the repository.");
        return folder;
    }
}
