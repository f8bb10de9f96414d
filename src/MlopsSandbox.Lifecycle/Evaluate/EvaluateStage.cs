using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Evaluate;

/// <summary>Evaluate: the best candidate is measured, and the gate opens or not.</summary>
public sealed class EvaluateStage : IStage
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
        ]);

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        Candidate best = Candidate.RequiredBefore(context);
        Dataset dataset = DatasetParquet.Read(context.Artifacts.Get(context.Required(OutputKinds.Dataset, "MlopsSandbox.Ingest")));
        ModelVersion? champion = context.Catalog.ModelByAlias(context.ModelName, "champion");
        Evaluation evaluation = Evaluator.Run(
            context.Scenario,
            dataset.Part(Split.Test),
            RankedModel.From(context.Artifacts, best.Model),
            champion is null ? null : RankedModel.From(context.Artifacts, champion.Sha256));
        cancellation.ThrowIfCancellationRequested();
        return new StageCompleted(
            evaluation.Accepted ? Accepted : Rejected,
            new Dictionary<string, StageOutput>
            {
                ["model"] = new(OutputKinds.Model, best.Model),
                ["evaluation"] = new(OutputKinds.Evaluation, context.Artifacts.Put(ArtifactJson.Write(evaluation))),
                ["reason"] = StageReading.TextOutput(string.Join(' ', evaluation.Reasons)),
                ["result"] = StageReading.TextOutput(best.Model.ToString()),
            },
            evaluation.Metrics(),
            []);
    }
}
