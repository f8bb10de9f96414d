using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A fitted candidate and how it does on rows that chose nothing yet.</summary>
/// <param name="Package">Bytes of the model package.</param>
/// <param name="Metrics">See <see cref="Run"/>.</param>
internal sealed record CandidateFit(byte[] Package, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>The metric by which candidates are chosen.</summary>
    public const string ValidationAuc = "validationAuc";

    /// <summary>Fits on the train rows and measures on the validation rows. No clock, no disk; the same arguments give the same bytes.</summary>
    /// <returns>
    /// Metrics <c>validationAuc</c> (more is better), <c>validationLogLoss</c> (less is better), and <c>trainAuc</c>: far above the validation's, it tells of overfitting.
    /// </returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CandidateFit Run(TrainerSettings settings, int seed, TrainingData data, CancellationToken cancellation = default)
    {
        using System.Diagnostics.Activity? span = LifecycleSpans.Fit(settings.Trainer);
        PreparedTable train = data.Prepared.Part(Split.Train), validation = data.Prepared.Part(Split.Validation);
        FittedModel model = FittedModel.Fit(settings, seed, train.Vectors, train.Labels, cancellation);
        double[] scores = model.Score(validation.Vectors);
        Dictionary<string, double> metrics = new()
        {
            [ValidationAuc] = RocAuc.Of(scores, validation.Labels).Value,
            ["validationLogLoss"] = ProbabilityScores.LogLoss(scores, validation.Labels),
            ["trainAuc"] = RocAuc.Of(model.Score(train.Vectors), train.Labels).Value,
        };
        CheapestThreshold cheapest = CheapestThreshold.Of(scores, validation.Labels, data.Scenario.Costs.FalsePositive, data.Scenario.Costs.FalseNegative);
        ModelSignature signature = new()
        {
            Inputs = data.Scenario.Features,
            Label = data.Scenario.Label.Column,
            Positive = data.Scenario.Label.Positive,
            Threshold = double.IsFinite(cheapest.Threshold) ? cheapest.Threshold : null,
            Trainer = settings.Trainer,
            Parameters = settings.Parameters,
            Dataset = data.Dataset.ToString(),
            FitRows = train.RowIds.Length,
            FitRowsDigest = RowIdDigest.Of(train.RowIds),
        };
        return new CandidateFit(ModelPackage.Pack(signature, data.Recipe, train.RowIds, model), metrics);
    }
}
