using System.Diagnostics;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Predictions;

/// <summary>An endpoint as it stands: the version that the catalog says it serves, and its package.</summary>
internal sealed class ServedModel
{
    private readonly Deployment _deployment;
    private readonly ModelPackage _package;

    private ServedModel(Deployment deployment, ModelPackage package) => (_deployment, _package) = (deployment, package);

    /// <summary>The endpoint.</summary>
    public string Endpoint => _deployment.Endpoint;

    /// <summary>The version that it serves.</summary>
    public int Version => _deployment.Version;

    /// <summary>What the model takes and answers.</summary>
    public ModelSignature Signature => _package.Signature;

    /// <summary>The endpoint of a name; without one, that of the model that was deployed last.</summary>
    /// <exception cref="ModelException">There is no such endpoint.</exception>
    public static ServedModel Find(CatalogStore catalog, ModelCache models, string? name)
    {
        Deployment deployment = catalog.Read(tx => Serving(tx, name ?? NewestOf(tx))) ?? throw Missing(catalog, name);
        return new ServedModel(deployment, models.Get(deployment.Model));
    }

    /// <summary>Scores rows.</summary>
    /// <exception cref="PredictionException">A row has a field that is missing, unknown or of another kind.</exception>
    public PredictionShape Predict(IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> rows)
    {
        long begun = Stopwatch.GetTimestamp();
        using Activity? span = LifecycleSpans.Predict(Endpoint, Endpoint, Version);
        Table table = RequestTable.Of(Signature.Inputs, rows);
        PredictedRow[] predictions = [.. _package.Score(table).Select(score => new PredictedRow(score, Signature.Positive is null ? null : score >= Signature.Threshold))];
        LifecycleMetrics.Predicted(Endpoint, Version, Stopwatch.GetElapsedTime(begun));
        return new PredictionShape(Endpoint, Version, Signature.Label, Signature.Positive, Signature.Threshold, predictions);
    }

    private static Deployment? Serving(CatalogTransaction tx, string? name) =>
        name is not null && tx.Deployments.NewestTime(name) is { } now ? tx.Deployments.At(name, now) : null;

    private static string? NewestOf(CatalogTransaction tx) => tx.Models.Groups(new ModelGroupQuery { Take = 1 }).Groups is [var newest] ? newest.Model : null;

    private static ModelException Missing(CatalogStore catalog, string? name)
    {
        string[] known = [.. catalog.Read(tx => tx.Models.All()).Select(version => version.Model).Distinct()];
        return new ModelException(known.Length == 0
            ? $"{catalog.Home}: no model serves here yet; expected one that a run deployed. Run a workflow that deploys, such as lifecycle."
            : $"there is no endpoint '{name}'; expected one of: {string.Join(", ", known)}.{NearestName.Hint(name ?? "", known)}");
    }
}
