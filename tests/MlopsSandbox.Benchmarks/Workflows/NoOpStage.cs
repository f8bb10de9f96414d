using System.Collections.Concurrent;
using System.Diagnostics;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Benchmarks.Workflows;

/// <summary>A stage that does nothing but note when it did.</summary>
internal sealed class NoOpStage : IStage
{
    public const string Type = "Benchmark.NoOp";

    private static readonly Dictionary<string, StageOutput> NoOutputs = [];
    private static readonly Dictionary<string, double> NoMetrics = [];
    private readonly ConcurrentQueue<(string Run, long Begun, long Ended)> _noted = [];

    public ActivityDescriptor Descriptor { get; } = new(Type, "Benchmarks", "Does nothing.", [], ["Done"], []);

    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = new StageCompleted("Done", NoOutputs, NoMetrics, Effects: []);
        _noted.Enqueue((context.RunId, begun, Stopwatch.GetTimestamp()));
        return result;
    }

    /// <summary>Forgets all that was noted.</summary>
    public void Forget() => _noted.Clear();

    /// <summary>How long it took from the end of each to the beginning of the next in the same run, where stages stand in a row.</summary>
    public IEnumerable<TimeSpan> Gaps() =>
        from run in _noted.GroupBy(noted => noted.Run)
        let inOrder = run.OrderBy(noted => noted.Begun).ToArray()
        from pair in inOrder.Zip(inOrder.Skip(1))
        select Stopwatch.GetElapsedTime(pair.First.Ended, pair.Second.Begun);
}
