using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Deploy;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Tune;

/// <summary>Tune: random trials look for better hyperparameters.</summary>
public sealed class TuneStage : ITrialStage, IPureStage
{
    private const int MostTrials = 1000;

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Tune",
        "Lifecycle",
        "Tries random hyperparameters of the best kind of model, each trial a job of its own, until a whole batch is no better; the best untuned candidate competes too, so tuning never makes it worse.",
        [
            new ActivityInput("trials", "Int32", "Most trials to run, 1 to 1000.", "16"),
            new ActivityInput("batch", "Int32", "Trials that run at a time, 1 to 100; after each whole batch the stop rule is asked.", "4"),
            new ActivityInput("trainer", "String", "The trainer to tune; by default that of the best candidate on the validation rows.", Allowed: Trainers.Names),
        ],
        ["Done"],
        [
            new ActivityOutput("result", "String", "Content hash of the best model package."),
            new ActivityOutput("model", "String", "Content hash of the best model package: a trial's, or the best untuned one."),
            new ActivityOutput("settings", "String", "Trainer and hyperparameters of the best model, as JSON."),
        ]);

    /// <inheritdoc/>
    public string? DependsOn(StageContext context) => "";

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        TuneSettings settings = new(context.Whole("trials", 16, 1, MostTrials), context.Whole("batch", 4, 1, 100));
        Candidate untuned = Candidate.RequiredBefore(context);
        TrialResult[] ended = [.. context.Trials.OrderBy(trial => trial.Trial.Ordinal)];
        HeadlineMetric headline = context.Scenario.Headline;
        double[] merits = [.. ended.Select(trial => headline.Merit(trial.Metrics[headline.OfValidation]))];
        TrainerFamily family = Trainers.Of(context.OneOf("trainer", Trainers.Names, Package(context, untuned.Model).Signature.Trainer));
        IReadOnlyList<TrainerSettings> next = TuneRule.Next(settings, family, context.Seed, headline.Merit(untuned.Validation), merits);
        if (next.Count == 0) return Best(context, untuned, ended);
        context.Progress?.Report(new StageProgress((double)ended.Length / settings.Trials, $"tuning {family.Name}"));
        return new TrialsWanted([.. next.Select((trial, i) => new TrialSpec(ended.Length + i, ArtifactJson.Element(trial)))]);
    }

    /// <inheritdoc/>
    public StageCompleted ExecuteTrial(StageContext context, TrialSpec trial, CancellationToken cancellation)
    {
        TrainerSettings settings = ArtifactJson.Read<TrainerSettings>(JsonSerializer.SerializeToUtf8Bytes(trial.Settings));
        TrainingData data = TrainingData.Before(context);
        cancellation.ThrowIfCancellationRequested();
        CandidateFit fit = CandidateFit.Run(settings, context.Seed, data, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return TrainStage.Completed(context, fit);
    }

    // Of equally good ones the untuned, then the earliest trial.
    private static StageCompleted Best(StageContext context, Candidate untuned, TrialResult[] trials)
    {
        HeadlineMetric headline = context.Scenario.Headline;
        TrialResult? better = trials
            .Where(trial => headline.IsBetter(trial.Metrics[headline.OfValidation], untuned.Validation))
            .MaxBy(trial => headline.Merit(trial.Metrics[headline.OfValidation]));
        ContentHash model = better is null ? untuned.Model : better.Outputs["model"].Hash!.Value;
        ModelSignature signature = Package(context, model).Signature;
        string settings = JsonSerializer.Serialize(ArtifactJson.Element(new TrainerSettings(signature.Trainer, signature.Parameters)));
        return new StageCompleted(
            "Done",
            new Dictionary<string, StageOutput>
            {
                ["model"] = new(OutputKinds.Model, model),
                ["settings"] = StageReading.TextOutput(settings),
                ["result"] = StageReading.TextOutput(model.ToString()),
            },
            new Dictionary<string, double>
            {
                [headline.OfValidation] = better?.Metrics[headline.OfValidation] ?? untuned.Validation,
                [headline.With("untunedValidation")] = untuned.Validation,
                ["trials"] = trials.Length,
            },
            []);
    }

    private static ModelPackage Package(StageContext context, ContentHash model) => ModelPackage.Load(context.Artifacts.Get(model));
}
