using MlopsSandbox.Lifecycle.Monitor.AttributionDrift;
using MlopsSandbox.Lifecycle.Monitor.Bias;
using MlopsSandbox.Lifecycle.Monitor.ConceptDrift;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.EstimatedQuality;
using MlopsSandbox.Lifecycle.Monitor.JointDrift;
using MlopsSandbox.Lifecycle.Monitor.MeasuredQuality;
using MlopsSandbox.Lifecycle.Monitor.Operations;
using MlopsSandbox.Lifecycle.Monitor.Skew;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>Runs every monitor; one that breaks says so and stops no other.</summary>
public static class AllMonitors
{
    private const string Numbers = "The labels are numbers, and this monitor watches decisions between two classes. The report's quality tells of the errors.";
    private const string OldBaseline = "The baseline is of an older version and does not hold the model's decisions. Deploy the model again.";

    /// <summary>What each monitor says, in the order of <see cref="MonitorKind"/>. Never throws but when cancelled.</summary>
    public static IReadOnlyList<MonitorResult> Run(MonitorBudget budget, MonitorEvidence evidence, CancellationToken cancellation = default) =>
    [
        .. Enum.GetValues<MonitorKind>().Select(kind =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Guarded(kind, kind == MonitorKind.ServingSkew ? 0 : budget.EachMonitor, evidence);
        }),
    ];

#pragma warning disable CA1031 // Whatever is wrong with one monitor's data must be told in the report, and must not silence the others.
    private static MonitorResult Guarded(MonitorKind kind, double alpha, MonitorEvidence evidence)
    {
        try
        {
            return Judge(kind, alpha, evidence);
        }
        catch (Exception problem)
        {
            return MonitorResult.Unjudged(kind, alpha, $"It broke on these data: {problem.Message}");
        }
    }
#pragma warning restore CA1031

    private static MonitorResult Judge(MonitorKind kind, double alpha, MonitorEvidence evidence) => (kind, evidence.Baseline.Monitors) switch
    {
        (not MonitorKind.Operations, _) when evidence.Span.NotJudged is { } reason => MonitorResult.Unjudged(kind, alpha, reason),
        (MonitorKind.DataQuality, { } baseline) => DataQualityMonitor.Judge(alpha, baseline.Constraints, evidence.Baseline.Features, evidence.Window),
        (MonitorKind.DataQuality, null) => DataQualityMonitor.Judge(alpha, SuggestedConstraints.Of(evidence.Baseline.Features), evidence.Baseline.Features, evidence.Window),
        (MonitorKind.ServingSkew, _) => ServingSkewMonitor.Judge(evidence.Window, evidence.Score),
        (MonitorKind.Operations, _) => OperationsMonitor.Judge(alpha, evidence),
        (MonitorKind.JointDrift, _) => JointDriftMonitor.Judge(alpha, evidence),
        (MonitorKind.AttributionDrift, _) => AttributionDriftMonitor.Judge(alpha, evidence),
        _ when evidence.Baseline.Task == PredictionTask.Regression => MonitorResult.Unjudged(kind, alpha, Numbers),
        (_, null) => MonitorResult.Unjudged(kind, alpha, OldBaseline),
        (MonitorKind.ConceptDrift, { } baseline) => ConceptDriftMonitor.Judge(alpha, baseline.Threshold, evidence),
        (MonitorKind.MeasuredQuality, { } baseline) => MeasuredQualityMonitor.Judge(alpha, baseline, evidence.Scenario.Costs, evidence.Labelled),
        (MonitorKind.EstimatedQuality, { } baseline) => EstimatedQualityMonitor.Judge(alpha, baseline, evidence),
        (MonitorKind.Bias, { } baseline) => BiasMonitor.Judge(alpha, baseline, evidence),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a monitor."),
    };
}
