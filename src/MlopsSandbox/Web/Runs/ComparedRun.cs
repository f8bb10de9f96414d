using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Web.Runs;

/// <summary>A run that is compared.</summary>
/// <param name="Run">The run with its stages.</param>
/// <param name="Inputs">What it was started with, as texts.</param>
internal sealed record ComparedRun(RunRow Run, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>Its scenario's currency; empty when it is not known.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Reads it; null when there is none.</summary>
    public static ComparedRun? Read(CatalogTransaction catalog, string? id) => id is { Length: > 0 } && catalog.Runs.Show(id) is { } run
        ? new ComparedRun(run, RunText.Inputs(catalog, run).ToDictionary(StringComparer.Ordinal)) { Currency = RunText.Currency(run) }
        : null;
}
