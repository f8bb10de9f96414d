using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Evaluate;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Web.Models;

/// <summary>What a version is made of; it never changes, so that a page reads it once.</summary>
/// <param name="Run">The run that made it; null when that is gone.</param>
/// <param name="Signature">What the model takes and answers.</param>
/// <param name="Evaluation">What was measured before it was deployed; null in a workflow without that.</param>
/// <param name="Scenario">What it was made for; null when that can't be read any more.</param>
/// <param name="Dataset">The dataset version that it came from; null when the catalog does not list it.</param>
public sealed record VersionDetails(RunRow? Run, ModelSignature Signature, Evaluation? Evaluation, Scenario? Scenario, DatasetRow? Dataset)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="IOException">The model's package is not in the store.</exception>
    /// <exception cref="FormatException">An artifact is not what it should be.</exception>
    internal static VersionDetails Read(Sandbox sandbox, CatalogTransaction catalog, ModelVersion version)
    {
        RunRow? run = catalog.Runs.Show(version.RunId);
        ModelSignature signature = sandbox.Models.Get(version.Sha256).Signature;
        ContentHash? evaluation = run is null ? null : EvaluationOf(run, version.Sha256);
        return new VersionDetails(run, signature, evaluation is { } hash ? Evaluation.Read(sandbox.Artifacts.Get(hash)) : null, ScenarioOf(run),
            catalog.Datasets.Find(ContentHash.Parse(signature.Dataset)));
    }

    /// <summary>The price of mistakes; null when they have none, or nobody knows it.</summary>
    public Costs? Costs => Scenario?.Costs is { Currency.Length: > 0 } costs ? costs : null;

    // The last try that let this very model pass.
    private static ContentHash? EvaluationOf(RunRow run, ContentHash model) => run.Stages
        .Where(stage => stage.Outputs.GetValueOrDefault("model")?.Hash == model && stage.Outputs.ContainsKey("evaluation"))
        .Select(stage => stage.Outputs["evaluation"].Hash)
        .LastOrDefault();

    private static Scenario? ScenarioOf(RunRow? run)
    {
        try
        {
            return run?.ScenarioFolder is { } folder ? ScenarioFile.Read(folder) : null;
        }
        catch (ScenarioException)
        {
            // The folder was moved or edited since: the page then knows no prices, and says so.
            return null;
        }
    }
}
