using MlopsSandbox.Lifecycle.Jobs;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>The registry: every model version, one a line.</summary>
internal static class ModelsTable
{
    /// <summary>Draws the versions in the order given.</summary>
    public static void Draw(IAnsiConsole console, IReadOnlyList<ModelVersion> versions)
    {
        Table table = Tables.Of("model", ">version", "aliases", "approval", ">quality", "made by", "sha256");
        foreach (ModelVersion version in versions)
        {
            table.Row(version.Model, Figures.Count(version.Version), string.Join(", ", version.Aliases), version.Approval, Figures.Quality(version.Metrics), version.RunId, version.Sha256.Hex[..12]);
        }
        console.Write(table);
    }
}
