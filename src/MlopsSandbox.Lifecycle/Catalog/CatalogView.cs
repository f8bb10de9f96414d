using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What stages may ask of the catalog; each question is answered as things stand then.</summary>
public sealed class CatalogView(CatalogStore catalog) : ICatalogView
{
    /// <inheritdoc/>
    public ModelVersion? ModelByAlias(string model, string alias) => catalog.Read(tx => tx.Models.ByAlias(model, alias));

    /// <inheritdoc/>
    public Deployment? DeploymentAt(string endpoint, DateTimeOffset simulatedAt) => catalog.Read(tx => tx.Deployments.At(endpoint, simulatedAt));

    /// <inheritdoc/>
    public IReadOnlyList<CapturedRequest> Requests(string endpoint, DateTimeOffset from, DateTimeOffset to) =>
        catalog.Read(tx => tx.Requests.Between(endpoint, from, to));

    /// <inheritdoc/>
    public IReadOnlyList<DriftReportRow> DriftReports(string endpoint) => catalog.Read(tx => tx.DriftReports.Of(endpoint));

    /// <inheritdoc/>
    public IReadOnlyList<RetrainDecisionRow> RetrainDecisions(string endpoint) => catalog.Read(tx => tx.DriftReports.Decisions(endpoint));

    /// <inheritdoc/>
    public PolicyRow? PolicyOf(string endpoint, string scenario) => catalog.Read(tx => tx.Policies.InForce(endpoint, scenario));

    /// <inheritdoc/>
    public IReadOnlyList<ArrivedLabel> ArrivedLabels(string endpoint, DateTimeOffset by) => catalog.Read(tx => tx.Requests.ArrivedLabels(endpoint, by));

    /// <inheritdoc/>
    public IReadOnlyList<string> Endpoints() => catalog.Read(tx => tx.Deployments.Endpoints());

    /// <inheritdoc/>
    public IReadOnlyList<ServedCall> Calls(string endpoint, DateTimeOffset by, int most) => catalog.Read(tx => tx.Calls.Newest(endpoint, by, most));

    /// <inheritdoc/>
    public string? UnfinishedTraining(string endpoint, string exceptRun) => catalog.Read(tx => tx.Runs.UnfinishedTraining(endpoint, exceptRun));
}
