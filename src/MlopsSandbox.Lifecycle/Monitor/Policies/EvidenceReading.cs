using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.EstimatedQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Gathers what a policy decides by from the catalog and from the check that was just made.</summary>
internal static class EvidenceReading
{
    /// <summary>The evidence at the check's time.</summary>
    public static RetrainEvidence Of(StageContext context, WatchedDeployment watched, DriftReport report)
    {
        DateTimeOffset[] trainings =
        [
            .. context.Catalog.RetrainDecisions(watched.Endpoint)
                .Where(decision => decision.Choice == PolicyWords.Retrain && decision.At < context.SimulatedAt).Select(decision => decision.At),
        ];
        bool isRegression = context.Scenario.Task == PredictionTask.Regression;
        IReadOnlyList<ArrivedLabel> arrived = context.Catalog.ArrivedLabels(watched.Endpoint, context.SimulatedAt);
        IReadOnlyList<ArrivedLabel> labels = isRegression ? [.. arrived.Select(label => label with { IsPositive = null })] : arrived;
        int retrainDays = context.Scenario.Retrain.DurationDays;
        return new RetrainEvidence
        {
            At = context.SimulatedAt,
            LastTrainedAt = LastTraining(trainings, watched.ServingSince, retrainDays),
            Trainings = trainings,
            PendingFrom = watched.PendingFrom,
            UnfinishedRun = context.Catalog.UnfinishedTraining(watched.Endpoint, context.RunId),
            Alarm = watched.AlarmAfter(report),
            Labels = labels,
            RequestsPerDay = report.Rows / Math.Max(1.0 / 24, (report.WindowEnd - report.WindowStart).TotalDays),
            RetrainDays = retrainDays,
            Quality = QualityOf(context.Scenario.Headline, report),
            EstimatedQuality = EstimatedQualityOf(report),
            Cost = CostOf(context.Scenario.Costs, watched.Windows().Labelled.Scored(), watched.Baseline),
        };
    }

    // A model that began to serve long after the last decision came from somewhere else: a person, or a run of its own.
    private static DateTimeOffset LastTraining(DateTimeOffset[] trainings, DateTimeOffset servingSince, int retrainDays) =>
        trainings.Length > 0 && servingSince <= trainings[^1].AddDays(retrainDays) ? trainings[^1] : servingSince;

    private static QualityEvidence? QualityOf(HeadlineMetric metric, DriftReport report) => report.Measures.Any(measure => measure.Kind == DriftKind.Quality)
        ? new QualityEvidence(metric.Name.ToUpperInvariant(), report.Labelled.Value, report.Baseline.Value, ErrorOf(report.Labelled.StandardError, report.Baseline.StandardError), metric.MoreIsBetter)
        : null;

    private static QualityEvidence? EstimatedQualityOf(DriftReport report)
    {
        MonitorFinding? auc = report.Monitors.FirstOrDefault(monitor => monitor.Monitor == MonitorKind.EstimatedQuality)?.Findings
            .FirstOrDefault(finding => finding.Measure == EstimatedQualityMonitor.Auc && double.IsFinite(finding.Value));
        return auc is null ? null : new QualityEvidence("AUC", auc.Value, auc.Reference, ErrorOf((auc.High - auc.Low) / (2 * MonitorFinding.Wide), report.Baseline.StandardError));
    }

    private static double ErrorOf(double now, double then) => Math.Sqrt((now * now) + (then * then)) is var error && double.IsNaN(error) ? 0 : error;

    private static CostEvidence? CostOf(Costs costs, LabelledWindow labelled, Baseline baseline) =>
        baseline.Task == PredictionTask.Regression ? null : MistakeCosts.Compare(costs, labelled.Scores, Classes.Of(labelled.Labels), baseline.HeldOutScores, Classes.Of(baseline.HeldOutLabels));
}
