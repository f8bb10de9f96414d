using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Train: a trainer fits a candidate.</summary>
public sealed class TrainStage : IPureStage
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Train",
        "Lifecycle",
        "Fits one kind of model on the train rows and measures it on the validation rows; several in parallel let the data choose. Without prep before it, it applies the default recipe.",
        [
            new ActivityInput("trainer", "String", "The trainer: sdca or lbfgs (linear models; of numbers lbfgs fits Poisson regression), fasttree or lightgbm (boosted trees).", IsRequired: true, Allowed: Trainers.Names),
        ],
        ["Done"],
        [
            new ActivityOutput("result", "String", "Content hash of the model package."),
            new ActivityOutput("model", "String", "Content hash of the model package: model, recipe and signature in one zip."),
        ]);

    /// <inheritdoc/>
    public string? DependsOn(StageContext context) => "";

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        TrainerSettings settings = Trainers.Of(context.OneOf("trainer", Trainers.Names)).Defaults();
        TrainingData data = TrainingData.Before(context);
        cancellation.ThrowIfCancellationRequested();
        CandidateFit fit = CandidateFit.Run(settings, context.Seed, data, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return Completed(context, fit);
    }

    /// <summary>What a stage or a trial answers that has fitted a candidate.</summary>
    internal static StageCompleted Completed(StageContext context, CandidateFit fit)
    {
        ContentHash model = context.Artifacts.Put(fit.Package);
        Dictionary<string, StageOutput> outputs = new()
        {
            ["model"] = new StageOutput(OutputKinds.Model, model),
            ["result"] = StageReading.TextOutput(model.ToString()),
        };
        return new StageCompleted("Done", outputs, fit.Metrics, []);
    }
}
