using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>All runs of a home, one a line.</summary>
internal static class RunsTable
{
    /// <summary>Draws the runs in the order given.</summary>
    public static void Draw(IAnsiConsole console, IReadOnlyList<RunRow> runs)
    {
        Table table = Tables.Of("run", "scenario", "status", "cause", "simulated", "started (UTC)", ">took");
        foreach (RunRow run in runs)
        {
            table.AddRow(
                new Text(run.Id), new Text(run.Scenario ?? "–"), Tables.Status(run.Status), new Text(run.Cause.Id ?? run.Cause.Kind),
                new Text(Figures.Day(run.SimulatedAt)), new Text(Figures.ShortTime(run.StartedAt)),
                new Text(Figures.Duration(run.DurationSeconds)));
        }
        console.Write(table);
    }

    /// <summary>A cause in words, such as <c>drift drift-0004</c>.</summary>
    public static string Cause(RunCause cause) => cause.Id is null ? cause.Kind : $"{cause.Kind} {cause.Id}";
}
