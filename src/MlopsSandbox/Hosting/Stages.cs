using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Lifecycle.Tune;

namespace MlopsSandbox.Hosting;

/// <summary>The stages of this program, in the order in which data flow.</summary>
internal static class Stages
{
    /// <summary>One of each.</summary>
    public static StageTypes All() => new(
    [
        new IngestStage(),
        new PrepStage(),
        new TrainStage(),
        new TuneStage(),
        new EvaluateStage(),
        new DeployStage(),
        new MonitorStage(),
    ]);
}
