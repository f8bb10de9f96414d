using MlopsSandbox.Lifecycle.Jobs;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>The registry: every model version, one a line.</summary>
internal static class ModelsTable
{
    /// <summary>Draws the versions in the order given.</summary>
    public static void Draw(IAnsiConsole console, IReadOnlyList<ModelVersion> versions)
    {
        Table table = Tables.Of("model", ">version", "aliases", "approval", ">auc", "made by", "sha256");
        foreach (ModelVersion version in versions)
        {
            double? auc = version.Metrics.TryGetValue("auc", out double measured) ? measured : null;
            table.Row(version.Model, Figures.Count(version.Version), string.Join(", ", version.Aliases), version.Approval, Figures.Measure(auc), version.RunId, version.Sha256.Hex[..12]);
        }
        console.Write(table);
    }
}
