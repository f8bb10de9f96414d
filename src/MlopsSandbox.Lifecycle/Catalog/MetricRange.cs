namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What the versions of a model group reached by one metric, each on its own test rows.</summary>
/// <param name="Metric">Such as <c>auc</c>.</param>
/// <param name="Least">The least of them.</param>
/// <param name="LeastVersion">Who reached it.</param>
/// <param name="Greatest">The greatest of them.</param>
/// <param name="GreatestVersion">Who reached it.</param>
public sealed record MetricRange(string Metric, double Least, int LeastVersion, double Greatest, int GreatestVersion);
