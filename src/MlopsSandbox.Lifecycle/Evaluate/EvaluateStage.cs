using System.Globalization;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>Evaluate: the best candidate is measured, and the gate opens or not.</summary>
public sealed class EvaluateStage : IPureStage
{
    /// <summary>The outcome of a candidate that may be deployed.</summary>
    public const string Accepted = "Accepted";
    /// <summary>The outcome of one that may not.</summary>
    public const string Rejected = "Rejected";

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Evaluate",
        "Lifecycle",
        "Measures the best candidate on test rows that no fit has seen; it is accepted when it meets the scenario's success criteria and beats the champion on the same rows.",
        [],
        [Accepted, Rejected],
        [
            new ActivityOutput("result", "String", "Content hash of the candidate's model package."),
            new ActivityOutput("model", "String", "Content hash of the candidate's model package."),
            new ActivityOutput("evaluation", "String", "Content hash of the evaluation: figures, ROC curve, confusion matrix and comparison, as JSON."),
            new ActivityOutput("reason", "String", "Why the candidate was rejected; empty when it was accepted."),
            new ActivityOutput("candidate", "String", "The candidate and its figures in one line, for people."),
            new ActivityOutput("champion", "String", "The champion that it was held against and its figures on the same rows, in one line; empty when there is none."),
        ]);

    /// <inheritdoc/>
    /// <remarks>The gate asks whether the candidate beats the champion of now.</remarks>
    public string? DependsOn(StageContext context) => context.Catalog.ModelByAlias(context.ModelName, "champion") is { } champion
        ? string.Create(CultureInfo.InvariantCulture, $"{context.ModelName} {champion.Version} {champion.Sha256}")
        : context.ModelName;

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        Candidate best = Candidate.RequiredBefore(context);
        Dataset dataset = DatasetParquet.Read(context.Artifacts.Get(context.Required(OutputKinds.Dataset, "MlopsSandbox.Ingest")));
        RankedModel candidate = RankedModel.From(context.Artifacts, best.Model);
        ModelVersion? champion = context.Catalog.ModelByAlias(context.ModelName, "champion");
        RankedModel? rival = champion is null ? null : RivalOf(context, champion);
        Evaluation evaluation = Evaluator.Run(context.Scenario, dataset.Part(Split.Test), candidate, rival);
        cancellation.ThrowIfCancellationRequested();
        return new StageCompleted(
            evaluation.Accepted ? Accepted : Rejected,
            new Dictionary<string, StageOutput>
            {
                ["model"] = new(OutputKinds.Model, best.Model),
                ["evaluation"] = new(OutputKinds.Evaluation, context.Artifacts.Put(ArtifactJson.Write(evaluation))),
                ["reason"] = StageReading.TextOutput(string.Join(' ', evaluation.Reasons)),
                ["candidate"] = StageReading.TextOutput(EvaluationText.OfCandidate(best, candidate, evaluation)),
                ["champion"] = StageReading.TextOutput(champion is null ? "" : EvaluationText.OfChampion(champion, rival!, evaluation)),
                ["result"] = StageReading.TextOutput(best.Model.ToString()),
            },
            evaluation.Metrics(),
            []);
    }

    private static RankedModel RivalOf(StageContext context, ModelVersion champion)
    {
        RankedModel model = RankedModel.From(context.Artifacts, champion.Sha256);
        Feature[] strange = [.. model.Package.Signature.Inputs.Except(context.Scenario.Features)];
        if (strange.Length == 0) return model;
        string takes = string.Join(", ", strange.Select(feature => $"{feature.Name} ({feature.Kind.ToString().ToLowerInvariant()})"));
        throw new StageException("champion-features",
            $"The champion of '{context.ModelName}' (version {champion.Version}) takes {takes}, which scenario '{context.Scenario.Name}' does not have; "
            + "expected the features that it was fitted on, or the two cannot be compared. Restore them in scenario.json, or work in another home.");
    }
}
