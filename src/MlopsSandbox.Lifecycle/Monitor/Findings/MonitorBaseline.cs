using MlopsSandbox.Lifecycle.Monitor.Bias;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>What the monitors besides the drift tests compare against, made once, at the deployment.</summary>
/// <param name="Constraints">Suggested for each feature.</param>
/// <param name="Threshold">Score from which the model calls a row positive; null when it calls none.</param>
/// <param name="Decisions">Its decisions on the held-out rows.</param>
/// <param name="Groups">How groups fared among the held-out rows.</param>
public sealed record MonitorBaseline(IReadOnlyList<FeatureConstraint> Constraints, double? Threshold, ConfusionMatrix Decisions, IReadOnlyList<GroupDecisions> Groups);
