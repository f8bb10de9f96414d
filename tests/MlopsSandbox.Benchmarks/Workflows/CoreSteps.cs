using MlopsSandbox.Benchmarks.Storage;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Benchmarks.Workflows;

/// <summary>How many steps a second the runner's pure core decides on one thread: one activity executed is one step.</summary>
internal static class CoreSteps
{
    private const int Steps = 500_000;
    private static readonly Dictionary<string, System.Text.Json.JsonElement> NoInputs = [];

    public static void Run(int rounds)
    {
        Machine.UseTwoCores();
        Console.WriteLine($"{Machine.Name}; steps of the pure core, one thread, best of {rounds} rounds");
        Console.WriteLine();
        Table.Header("", "activities", "steps/s", "µs a step", "bytes a step");
        foreach (var (name, definition) in Drawn()) Row(name, definition, rounds);
    }

    private static IEnumerable<(string Name, WorkflowDefinition Definition)> Drawn() =>
    [
        ("sequence", Drawings.Sequence(50)),
        ("flowchart, a row", Drawings.Chain(50)),
        ("flowchart, forks and joins", Drawings.Forks(times: 8, branches: 3)),
        ("flowchart, a long row", Drawings.Chain(1_000)),
    ];

    private static void Row(string name, WorkflowDefinition definition, int rounds)
    {
        var (perSecond, bytes) = Measure(definition, rounds);
        Table.Row(name, Table.Count(definition.Activities.Count), Table.Count(perSecond), $"{1_000_000 / perSecond:0.00}", Table.Count(bytes));
    }

    /// <summary>Steps a second on one thread, the best of some rounds.</summary>
    public static double PerSecond(WorkflowDefinition definition, int rounds) => Measure(definition, rounds).PerSecond;

    private static (double PerSecond, double Bytes) Measure(WorkflowDefinition definition, int rounds)
    {
        var each = Walk(definition);
        for (var i = 0; i < 200_000 / each; i++) Walk(definition);      // Compiles.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var walks = Steps / each;
        var fastest = Enumerable.Range(0, rounds).Select(_ => Speed.Clocked(() =>
        {
            for (var i = 0; i < walks; i++) Walk(definition);
        })).Min();
        var steps = (double)walks * each;
        return (steps / fastest.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - before) / steps / rounds);
    }

    /// <summary>Walks to the end; the steps that it took.</summary>
    private static int Walk(WorkflowDefinition definition)
    {
        var state = WorkflowRunner.Decide(definition, new InstanceState(), new WorkflowStarted(NoInputs)).State;
        var steps = 0;
        for (; WorkflowRunner.CanAdvance(state); steps++) state = WorkflowRunner.Advance(definition, state).State;
        if (state.Status != InstanceStatus.Finished) throw new InvalidOperationException($"The walk ended as {state.Status}: {state.Fault}");
        return steps;
    }
}
