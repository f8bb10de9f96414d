using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>What a run waits for, with the command by which it goes on.</summary>
internal static class WaitHints
{
    /// <summary>A line for each wait of a run.</summary>
    public static void Draw(IAnsiConsole console, RunRow run, Hints hints)
    {
        foreach (WaitRow wait in run.Waits ?? []) Draw(console, run, wait, hints);
    }

    /// <summary>A line for one wait.</summary>
    public static void Draw(IAnsiConsole console, RunRow run, WaitRow wait, Hints hints)
    {
        switch (wait.Kind)
        {
            case WaitKind.Timer when wait.IsSimulated:
                console.WriteLine($"{run.Id} waits in '{wait.ActivityId}' until {Figures.Time(wait.DueAt!.Value)} of its story.");
                break;
            case WaitKind.Timer:
                console.WriteHint($"{run.Id} waits in '{wait.ActivityId}' until {Figures.Time(wait.DueAt!.Value)} UTC; wait with it by", hints.For("resume", run.Id));
                break;
            case WaitKind.Event:
                console.WriteHint($"{run.Id} waits in '{wait.ActivityId}' for event '{wait.Name}'; publish it by", hints.For("publish", wait.Name!, "--run", run.Id));
                break;
            case WaitKind.Task:
                console.WriteHint($"{run.Id} waits in '{wait.ActivityId}' for task '{wait.Name}'; report it done by", hints.For("tasks", "complete", run.Id, wait.ActivityId));
                break;
        }
    }
}
