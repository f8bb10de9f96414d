using MlopsSandbox.Shapes;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>The scenarios that can be walked through, one a line.</summary>
internal static class ScenariosTable
{
    /// <summary>Draws the scenarios in the order given.</summary>
    public static void Draw(IAnsiConsole console, IReadOnlyList<ScenarioShape> scenarios)
    {
        Table table = Tables.Of("scenario", "title", "predicts", ">features");
        foreach (ScenarioShape scenario in scenarios)
            table.Row(scenario.Name, scenario.Title, scenario.Label, Figures.Count(scenario.Features));
        console.Write(table);
    }
}
