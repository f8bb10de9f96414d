using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>A model's quality on some rows, with how sure it is.</summary>
/// <param name="Metric">The task's headline metric, such as <c>auc</c>.</param>
/// <param name="Value">The figure; NaN when the rows do not define it.</param>
/// <param name="StandardError">Its standard error; NaN when it is not defined.</param>
public readonly record struct QualityEstimate(string Metric, double Value, double StandardError)
{
    /// <summary>Measures answers; without rows the figures are NaN.</summary>
    public static QualityEstimate Of(PredictionTask task, double[] scores, double[] labels)
    {
        string metric = HeadlineMetric.Of(task).Name;
        if (labels.Length == 0) return new QualityEstimate(metric, double.NaN, double.NaN);
        if (task == PredictionTask.Regression)
        {
            PredictionErrors errors = PredictionErrors.Of(scores, labels);
            return new QualityEstimate(metric, errors.MeanAbsolute, errors.MeanAbsoluteStandardError);
        }

        AucEstimate auc = RocAuc.Of(scores, Classes.Of(labels));
        return new QualityEstimate(metric, auc.Value, auc.StandardError);
    }
}
