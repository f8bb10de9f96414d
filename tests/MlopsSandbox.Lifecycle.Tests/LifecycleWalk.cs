using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;

namespace MlopsSandbox.Lifecycle.Tests;

/// <summary>The stages in the order of <c>workflows/lifecycle.json</c>.</summary>
internal static class LifecycleWalk
{
    /// <summary>Runs all stages; what each made, by activity id. A rejected candidate is not deployed.</summary>
    public static Dictionary<string, StageCompleted> RunLifecycle(this StageWalk walk, object? ingest = null)
    {
        Dictionary<string, StageCompleted> made = new()
        {
            ["ingest"] = walk.Run(new IngestStage(), "ingest", ingest),
            ["prep"] = walk.Run(new PrepStage(), "prep"),
        };
        foreach (string trainer in Trainers.Names) made[$"train-{trainer}"] = walk.Run(new TrainStage(), $"train-{trainer}", new { trainer });
        made["tune"] = walk.Run(new TuneStage(), "tune", new { trials = 16, batch = 4 });
        made["evaluate"] = walk.Run(new EvaluateStage(), "evaluate");
        if (made["evaluate"].Outcome == EvaluateStage.Accepted) made["deploy"] = walk.Run(new DeployStage(), "deploy");
        return made;
    }
}
