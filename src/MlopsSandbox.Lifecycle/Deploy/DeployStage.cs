using System.Text.Json;
using MlopsSandbox.Lifecycle.Artifacts;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor;
using MlopsSandbox.Lifecycle.Monitor.Bias;
using MlopsSandbox.Lifecycle.Monitor.DataQuality;
using MlopsSandbox.Lifecycle.Monitor.Findings;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Statistics;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Deploy;

/// <summary>Deploy: the chosen model becomes the champion and serves its endpoint.</summary>
public sealed class DeployStage : IStage
{
    private const string Evaluate = "evaluate", Champion = "champion";

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new(
        "MlopsSandbox.Deploy",
        "Lifecycle",
        "Registers the chosen model under the next version, makes it the champion, has its endpoint serve it, and keeps the baseline that its monitor will compare against.",
        [],
        ["Done"],
        [
            new ActivityOutput("result", "String", "Content hash of the deployed model package."),
            new ActivityOutput("model", "String", "Content hash of the deployed model package."),
            new ActivityOutput("baseline", "String", "Content hash of the baseline, as JSON."),
        ]);

    /// <inheritdoc/>
    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        (ContentHash model, IReadOnlyDictionary<string, double> metrics) = Chosen(context);
        ModelPackage package = ModelPackage.Load(context.Artifacts.Get(model));
        Dataset dataset = DatasetParquet.Read(context.Artifacts.Get(context.Required(OutputKinds.Dataset, "MlopsSandbox.Ingest")));
        cancellation.ThrowIfCancellationRequested();
        Table heldOut = dataset.Part(Split.Validation, Split.Test);
        ContentHash baseline = context.Artifacts.Put(BaselineJson.Write(BaselineOf(context, dataset.Rows, heldOut, package)));
        return new StageCompleted(
            "Done",
            new Dictionary<string, StageOutput>
            {
                ["model"] = new(OutputKinds.Model, model),
                ["baseline"] = new(OutputKinds.Baseline, baseline),
                ["result"] = StageReading.TextOutput(model.ToString()),
            },
            metrics,
            [new ModelDeployed(context.ModelName, model, baseline, metrics, package.Signature.ToJson(), Champion, EffectiveAt(context))]);
    }

    private static Baseline BaselineOf(StageContext context, Table rows, Table heldOut, ModelPackage package)
    {
        (double[] scores, double? threshold) = (package.Score(heldOut), package.Signature.Threshold);
        Baseline baseline = Baseline.From(context.Scenario.Task, rows, scores, heldOut.Labels);
        return baseline with
        {
            Rows = RowSample.Of(rows, package.FitRowIds, context.RootSeed),
            Monitors = new MonitorBaseline(
                SuggestedConstraints.Of(baseline.Features),
                threshold,
                ConfusionMatrix.At(threshold ?? double.PositiveInfinity, scores, Classes.Of(heldOut.Labels)),
                [.. context.Scenario.Monitor.Bias.Select(group => GroupDecisions.Of(group, heldOut, scores, threshold))]),
        };
    }

    // What an evaluation let pass, with its figures; in a workflow without one the best candidate.
    private static (ContentHash Model, IReadOnlyDictionary<string, double> Metrics) Chosen(StageContext context)
    {
        UpstreamOutput? evaluated = context.Upstream.LastOrDefault(upstream => upstream is { Stage: Evaluate, Output: { Kind: OutputKinds.Model, Hash: not null } });
        if (evaluated is not null) return (evaluated.Output.Hash!.Value, evaluated.Metrics);
        Candidate best = Candidate.RequiredBefore(context);
        return (best.Model, new Dictionary<string, double> { [context.Scenario.Headline.OfValidation] = best.Validation });
    }

    // A first model serves at once; a retrain takes the simulated time that its scenario declares.
    private static DateTimeOffset EffectiveAt(StageContext context)
    {
        bool isRetrain = context.Upstream.Any(upstream => upstream.Name == IngestStage.Source && upstream.Output.Value is { ValueKind: JsonValueKind.String } source
            && source.GetString() is IngestStage.Labelled or IngestStage.All);
        return isRetrain ? context.SimulatedAt.AddDays(context.Scenario.Retrain.DurationDays) : context.SimulatedAt;
    }
}
