using MlopsSandbox.Lifecycle.Jobs;
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
        IReadOnlyList<ArrivedLabel> labels = context.Catalog.ArrivedLabels(watched.Endpoint, context.SimulatedAt);
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
            Quality = QualityOf(report),
            Cost = CostOf(context.Scenario.Costs, watched),
        };
    }

    // A model that began to serve long after the last decision came from somewhere else: a person, or a run of its own.
    private static DateTimeOffset LastTraining(DateTimeOffset[] trainings, DateTimeOffset servingSince, int retrainDays) =>
        trainings.Length > 0 && servingSince <= trainings[^1].AddDays(retrainDays) ? trainings[^1] : servingSince;

    private static QualityEvidence? QualityOf(DriftReport report)
    {
        if (!report.Measures.Any(measure => measure.Kind == DriftKind.Quality)) return null;
        double error = Math.Sqrt(Math.Pow(report.LabelledAuc.StandardError, 2) + Math.Pow(report.BaselineAuc.StandardError, 2));
        return new QualityEvidence("AUC", report.LabelledAuc.Value, report.BaselineAuc.Value, double.IsNaN(error) ? 0 : error);
    }

    private static CostEvidence? CostOf(Costs costs, WatchedDeployment watched)
    {
        LabelledWindow labelled = watched.Windows().Labelled;
        return MistakeCosts.Compare(costs, labelled.Scores, labelled.Labels, watched.Baseline.HeldOutScores, watched.Baseline.HeldOutLabels);
    }
}
