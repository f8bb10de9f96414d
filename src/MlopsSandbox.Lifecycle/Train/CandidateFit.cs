using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Prep;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Statistics;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A fitted candidate and how it does on rows that chose nothing yet.</summary>
/// <param name="Package">Bytes of the model package.</param>
/// <param name="Metrics">See <see cref="Run"/>.</param>
internal sealed record CandidateFit(byte[] Package, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>Fits on the train rows and measures on the validation rows. No clock, no disk; the same arguments give the same bytes.</summary>
    /// <returns>
    /// The task's headline metric on both: <c>validationAuc</c> (more is better) and <c>trainAuc</c> (far above the validation's, it tells of overfitting), with
    /// <c>validationLogLoss</c> (less is better); of numbers <c>validationMae</c> and <c>trainMae</c> (less is better).
    /// </returns>
    /// <exception cref="StageException">The trainer is not made for these labels (<c>label-negative</c>).</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CandidateFit Run(TrainerSettings settings, int seed, TrainingData data, CancellationToken cancellation = default)
    {
        using System.Diagnostics.Activity? span = LifecycleSpans.Fit(settings.Trainer);
        Scenario scenario = data.Scenario;
        PreparedTable train = data.Prepared.Part(Split.Train), validation = data.Prepared.Part(Split.Validation);
        RefuseNegative(settings, scenario, train);
        FittedModel model = FittedModel.Fit(settings, seed, scenario.Task, train.Vectors, train.Labels, cancellation);
        double[] scores = model.Score(validation.Vectors);
        HeadlineMetric headline = scenario.Headline;
        Dictionary<string, double> metrics = new()
        {
            [headline.OfValidation] = headline.Measure(scores, validation.Labels),
            [headline.With("train")] = headline.Measure(model.Score(train.Vectors), train.Labels),
        };
        if (scenario.Task == PredictionTask.BinaryClassification)
            metrics["validationLogLoss"] = ProbabilityScores.LogLoss(scores, Classes.Of(validation.Labels));
        ModelSignature signature = new()
        {
            Inputs = scenario.Features,
            Label = scenario.Label.Column,
            Positive = scenario.Label.Positive,
            Threshold = ThresholdOf(scenario, scores, validation.Labels),
            Trainer = settings.Trainer,
            Parameters = settings.Parameters,
            Dataset = data.Dataset.ToString(),
            FitRows = train.RowIds.Length,
            FitRowsDigest = RowIdDigest.Of(train.RowIds),
        };
        return new CandidateFit(ModelPackage.Pack(signature, data.Recipe, train.RowIds, model), metrics);
    }

    private static double? ThresholdOf(Scenario scenario, double[] scores, double[] labels)
    {
        if (scenario.Task == PredictionTask.Regression) return null;
        double cheapest = CheapestThreshold.Of(scores, Classes.Of(labels), scenario.Costs.FalsePositive, scenario.Costs.FalseNegative).Threshold;
        return double.IsFinite(cheapest) ? cheapest : null;
    }

    private static void RefuseNegative(TrainerSettings settings, Scenario scenario, PreparedTable train)
    {
        if (scenario.Task != PredictionTask.Regression || settings.Trainer != LbfgsFamily.Family.Name) return;
        int at = Array.FindIndex(train.Labels, label => label < 0);
        if (at < 0) return;
        throw new StageException("label-negative", FormattableString.Invariant(
            $"Row {train.RowIds[at]} has the label {train.Labels[at]}; the trainer {settings.Trainer} fits Poisson regression, which takes labels of 0 or more. Leave it out of the workflow, or choose a label that is never negative."));
    }
}
