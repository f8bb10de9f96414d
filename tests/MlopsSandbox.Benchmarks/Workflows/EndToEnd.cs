using MlopsSandbox.Benchmarks.Storage;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Benchmarks.Workflows;

/// <summary>Stages that do nothing, through all that a stage goes through: catalog, outbox, Hangfire on SQLite, commit, next step. Without telemetry.</summary>
internal static class EndToEnd
{
    private const int InARow = 50, AtOnce = 10, Alone = 3;

    public static void Run(int rounds, int suspended)
    {
        Machine.UseTwoCores();
        Console.WriteLine($"{Machine.Name}; runs of {InARow} stages in a row that do nothing, medians of {rounds} rounds");
        Console.WriteLine("A wait is the time from the end of a stage to the beginning of the next in its run, p50 / p99.");
        Console.WriteLine();
        Table.Header("home", $"{AtOnce} runs at once", "processor an activity", "waits", "one run alone", "processor an activity", "waits", "pure core");
        WarmUp();
        Row("empty", rounds, suspended: 0);
        Row($"{Table.Count(suspended)} suspended runs", rounds, suspended);
    }

    // All code is compiled to its best before the first home is measured, so that the order of the homes does not count.
    private static void WarmUp()
    {
        var stages = new StageTypes([new NoOpStage()]);
        using var home = new WorkingHome(stages);
        var row = Drawings.Chain(InARow, stages.Activities, _ => NoOpStage.Type);
        for (var i = 0; i < 4; i++) home.Run(row, AtOnce);
    }

    private static void Row(string name, int rounds, int suspended)
    {
        var stage = new NoOpStage();
        var stages = new StageTypes([stage]);
        using var home = new WorkingHome(stages);
        if (suspended > 0) SuspendedRuns.Fill(home, suspended, last => Drawings.Chain(6, stages.Activities, number => number < 5 ? NoOpStage.Type : last));
        var row = Drawings.Chain(InARow, stages.Activities, _ => NoOpStage.Type);
        home.Run(row, AtOnce);
        var together = Enumerable.Range(0, rounds).Select(_ => Measured(stage, AtOnce, () => home.Run(row, AtOnce))).ToArray();
        var alone = Enumerable.Range(0, rounds).Select(_ => Measured(stage, Alone, () => { for (var i = 0; i < Alone; i++) home.Run(row, 1); })).ToArray();
        Table.Row([name, .. Cells(together), .. Cells(alone), $"{Table.Count(CoreSteps.PerSecond(Drawings.Chain(InARow), rounds))} steps/s"]);
    }

    private static (Speed Speed, Delays Waits) Measured(NoOpStage stage, int runs, Action action)
    {
        stage.Forget();
        var speed = Speed.Of(runs * InARow, action);
        return (speed, Delays.Of(stage.Gaps()));
    }

    private static string[] Cells((Speed Speed, Delays Waits)[] rounds)
    {
        var speed = Speed.Median(rounds.Select(round => round.Speed));
        var waits = rounds.Select(round => round.Waits).OrderBy(round => round.P50).ElementAt(rounds.Length / 2);
        return [$"{Table.Count(speed.PerSecond)}/s", Table.Processor(speed), Table.Milliseconds(waits)];
    }
}
